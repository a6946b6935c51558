using TeacherCpd.Domain.Development;

namespace TeacherCpd.Domain.Tests.Development;

public sealed class DevelopmentHoursTests
{
    private static readonly DateOnly Day = new(2026, 1, 10);
    private static readonly DevelopmentHours Usual = new([]);

    [Theory]
    [InlineData(DevelopmentKind.Seminar, 8, 8, HoursLimit.None, 0)]
    [InlineData(DevelopmentKind.Seminar, 9, 8, HoursLimit.Activity, 8)]
    [InlineData(DevelopmentKind.Webinar, 12, 4, HoursLimit.Activity, 4)]
    [InlineData(DevelopmentKind.Contest, 9, 4, HoursLimit.Share, 50)]
    [InlineData(DevelopmentKind.Contest, 40, 8, HoursLimit.Activity, 8)]
    [InlineData(DevelopmentKind.Internship, 36, 36, HoursLimit.None, 0)]
    public void OneActivity_CountsByItsKind(DevelopmentKind kind, int claimed, int counted, HoursLimit limit, int figure)
    {
        var entry = Assert.Single(Usual.Count([Claim(kind, claimed)]));

        Assert.Equal((counted, limit, figure), (entry.Hours, entry.Limit, entry.Figure));
    }

    [Fact]
    public void TheMostOfAPeriod_IsSpentOnTheEarliest()
    {
        var counted = Usual.Count([Claim(DevelopmentKind.Webinar, 4, 2), Claim(DevelopmentKind.Webinar, 4, 1), Claim(DevelopmentKind.Webinar, 3), Claim(DevelopmentKind.Seminar, 5)]);

        Assert.Equal([3, 4, 1], counted.Where(c => c.Activity.Kind == DevelopmentKind.Webinar).Select(c => c.Hours));
        Assert.Equal((HoursLimit.Period, 8), (counted[^1].Limit, counted[^1].Figure));
        Assert.Equal(5, counted.Single(c => c.Activity.Kind == DevelopmentKind.Seminar).Hours);
    }

    [Fact]
    public void ARow_TakesThePlaceOfTheUsualOne_AndLeavesTheOthers()
    {
        var hours = new DevelopmentHours([new HoursRule(DevelopmentKind.Webinar, 0, 4, 8)]);

        Assert.Equal(0, Assert.Single(hours.Count([Claim(DevelopmentKind.Webinar, 4)])).Hours);
        Assert.Equal(8, Assert.Single(hours.Count([Claim(DevelopmentKind.Seminar, 8)])).Hours);
    }

    [Fact]
    public void EveryKind_HasARow() => Assert.Equal(Enum.GetValues<DevelopmentKind>(), DevelopmentHours.Default.Select(r => r.Kind).Order());

    [Fact]
    public void ATableThatMakesNoSense_IsRefused()
    {
        Assert.NotNull(DevelopmentHours.FaultIn([new HoursRule(DevelopmentKind.Seminar, 101, 1, 1)]));
        Assert.NotNull(DevelopmentHours.FaultIn([new HoursRule(DevelopmentKind.Seminar, 100, -1, 1)]));
        Assert.NotNull(DevelopmentHours.FaultIn([new HoursRule(DevelopmentKind.Seminar, 1, 1, 1), new HoursRule(DevelopmentKind.Seminar, 2, 1, 1)]));
        Assert.Throws<ArgumentException>(() => new DevelopmentHours([new HoursRule(DevelopmentKind.Seminar, -1, 1, 1)]));
    }

    private static ClaimedHours Claim(DevelopmentKind kind, int hours, int later = 0) => new(Guid.CreateVersion7(), kind, Day.AddDays(later), hours);
}
