using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Domain.Tests.Groups;

public sealed class AttendanceTests
{
    private static readonly DateTime Noon = new(2026, 3, 5, 7, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Somebody = Guid.CreateVersion7();

    [Fact]
    public void TheCode_ChangesEveryHalfMinute()
    {
        var window = AttendanceWindow.Open(Somebody, Noon, 15);

        Assert.Equal(window.CodeAt(Noon), window.CodeAt(Noon.AddSeconds(29.9)));
        Assert.NotEqual(window.CodeAt(Noon), window.CodeAt(Noon.AddSeconds(30)));
        Assert.Equal(Noon.AddSeconds(30), AttendanceWindow.NextCodeAt(Noon.AddSeconds(12)));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(29, null)]
    [InlineData(59, null)]
    [InlineData(60, typeof(AttendanceCodeWrong))]
    [InlineData(600, typeof(AttendanceCodeWrong))]
    [InlineData(900, typeof(AttendanceWindowClosed))]
    [InlineData(3600, typeof(AttendanceWindowClosed))]
    [InlineData(-1, typeof(AttendanceWindowClosed))]
    public void APictureOfTheCode_IsWorthNothingAfterAMinute(int seconds, Type? refusal)
    {
        var window = AttendanceWindow.Open(Somebody, Noon, 15);
        var photographed = window.CodeAt(Noon);

        Assert.Equal(refusal, window.Check(photographed, Noon.AddSeconds(seconds))?.GetType());
    }

    [Fact]
    public void ACode_ServesForNoOtherSession()
    {
        var (mine, other) = (AttendanceWindow.Open(Somebody, Noon, 15), AttendanceWindow.Open(Somebody, Noon, 15));

        Assert.IsType<AttendanceCodeWrong>(other.Check(mine.CodeAt(Noon), Noon));
    }

    [Theory]
    [InlineData("lower")]
    [InlineData("spaced")]
    [InlineData("hyphen")]
    public void TypingTheCode_IsForgiving(string how)
    {
        var window = AttendanceWindow.Open(Somebody, Noon, 15);
        var code = window.CodeAt(Noon);
        var typed = how switch
        {
            "lower" => code.ToLowerInvariant(),
            "spaced" => $" {code[..4]} {code[4..]} ",
            _ => $"{code[..4]}-{code[4..]}",
        };

        Assert.Null(window.Check(typed, Noon));
        Assert.Matches("^[2-9A-HJKMNP-Z]{8}$", code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ABCDEFGH")]
    [InlineData("ӘҒҚҢӨҰҮҺ")]
    public void AnythingElse_IsWrong(string code) =>
        Assert.IsType<AttendanceCodeWrong>(AttendanceWindow.Open(Somebody, Noon, 15).Check(code, Noon));

    [Fact]
    public void AClosedWindow_TakesNothing()
    {
        var window = AttendanceWindow.Open(Somebody, Noon, 15);
        window.Close(Noon.AddMinutes(5));
        window.Close(Noon.AddMinutes(9));

        Assert.True(window.IsOpen(Noon.AddMinutes(4.9)));
        Assert.False(window.IsOpen(Noon.AddMinutes(5)));
    }

    [Theory]
    [InlineData(0, 0, 80, null)]
    [InlineData(12, 15, 80, null)]
    [InlineData(11, 15, 80, 73)]
    [InlineData(0, 15, 0, null)]
    [InlineData(14, 15, 100, 93)]
    public void TheLeastShare_DecidesAdmission(int attended, int held, int minimum, int? refusedWith)
    {
        var refusal = new AttendanceShare(attended, held).Refusal(minimum);

        Assert.Equal(refusedWith is { } share ? new AttendanceTooLow(share, minimum) : null, refusal);
    }

    [Property]
    public bool MoreAttendance_NeverEndsAdmission(FsCheck.NonNegativeInt attended, FsCheck.NonNegativeInt more, byte minimum)
    {
        var held = attended.Get + more.Get + 1;
        var least = minimum % 101;
        return new AttendanceShare(attended.Get, held).Refusal(least) is not null || new AttendanceShare(attended.Get + 1, held).Refusal(least) is null;
    }

    [Fact]
    public void AReason_IsKeptForTheAbsentOnly()
    {
        var mark = new AttendanceMark { SessionId = Somebody, EnrolmentId = Somebody };

        mark.Set(Presence.Absent, null, AttendanceSource.Roster, Somebody, Noon);
        Assert.Equal(AbsenceReason.Unknown, mark.Reason);
        mark.Set(Presence.Late, AbsenceReason.Illness, AttendanceSource.Roster, Somebody, Noon);
        Assert.Null(mark.Reason);
    }
}
