using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Domain.Tests.Portfolios;

public sealed class UploadTests
{
    private static readonly DateTime Deadline = new(2026, 3, 1, 18, 59, 59, DateTimeKind.Utc);
    private static readonly UploadTerms Terms = new(TimeSpan.FromHours(72), TimeSpan.FromMinutes(30));

    // minutes from the deadline
    [Theory]
    [InlineData(-10, -5, true)]
    [InlineData(0, 0, true)]
    [InlineData(-1, 30, true)]
    [InlineData(-1, 31, false)]
    [InlineData(1, 2, false)]
    [InlineData(5, -5, true)] // begun while the clock was ahead
    public void What_began_before_the_deadline_may_end_within_the_grace(int begun, int now, bool isInTime) =>
        Assert.Equal(isInTime, Upload.IsInTime(Deadline, Deadline.AddMinutes(begun), Deadline.AddMinutes(now), Terms));

    [Fact]
    public void A_clock_moved_back_makes_no_upload_last_for_ever_and_loses_none()
    {
        var upload = Begun(Deadline);
        var back = Deadline.AddYears(-1);

        upload.KeepWithin(Terms, back);

        Assert.False(upload.IsOver(back));
        Assert.Equal(back + Terms.KeptFor, upload.ExpiresAt);
        Assert.True(upload.IsOver(back + Terms.KeptFor));
    }

    [Fact]
    public void A_clock_that_goes_on_changes_nothing()
    {
        var upload = Begun(Deadline);

        upload.KeepWithin(Terms, Deadline.AddHours(5));

        Assert.Equal(Deadline + Terms.KeptFor, upload.ExpiresAt);
    }

    [Fact]
    public void What_was_handed_in_is_kept_an_hour_and_never_longer_than_before()
    {
        var upload = Begun(Deadline);

        upload.Release(Deadline.AddHours(1));
        var released = upload.ExpiresAt;
        upload.Release(Deadline.AddHours(1.5));

        Assert.Equal([Deadline.AddHours(2), Deadline.AddHours(2)], new[] { released, upload.ExpiresAt });
    }

    [Fact]
    public void It_is_finished_once()
    {
        var upload = Begun(Deadline);

        upload.Finish(Deadline.AddMinutes(1));
        upload.Finish(Deadline.AddMinutes(2));

        Assert.Equal(Deadline.AddMinutes(1), upload.FinishedAt);
    }

    private static Upload Begun(DateTime at) => Upload.Begin(
        Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), new ExpectedFile("есеп.docx", 10, new string('a', 64)), at, Terms);
}
