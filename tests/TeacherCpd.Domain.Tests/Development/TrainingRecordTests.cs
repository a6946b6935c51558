using TeacherCpd.Domain.Development;

namespace TeacherCpd.Domain.Tests.Development;

public sealed class TrainingRecordTests
{
    private static readonly TrainingRule Rule = TrainingRule.Default;
    private static readonly DateOnly Since = new(2015, 9, 1);

    public static TheoryData<string, string, TrainingStanding> Standings => new()
    {
        // one course of 36 hours: the last day is the same day three years on, and six months before it the warning begins
        { "2024-01-15", "2026-07-14", TrainingStanding.InOrder },
        { "2024-01-15", "2026-07-15", TrainingStanding.DueSoon },
        { "2024-01-15", "2027-01-15", TrainingStanding.DueSoon },
        { "2024-01-15", "2027-01-16", TrainingStanding.Overdue },
        { "2024-01-15", "2024-01-15", TrainingStanding.InOrder },

        // a leap day is kept for the last of February
        { "2024-02-29", "2027-02-28", TrainingStanding.DueSoon },
        { "2024-02-29", "2027-03-01", TrainingStanding.Overdue },
        { "2021-02-28", "2024-02-28", TrainingStanding.DueSoon },
        { "2021-02-28", "2024-02-29", TrainingStanding.Overdue },
    };

    [Theory]
    [MemberData(nameof(Standings))]
    public void OneCourse_HoldsForThreeYears(string course, string today, TrainingStanding expected)
    {
        var record = Of((course, 36));
        var on = Day(today);

        Assert.Equal(expected, record.StandingOn(on));

        // what is still in order has its hours, what is overdue has not
        Assert.Equal(expected == TrainingStanding.Overdue ? 0 : 36, record.CourseHoursOn(on));
    }

    [Fact]
    public void WhoeverWasNeverTrained_HasOnePeriodFromTheEmployment()
    {
        var record = new TrainingRecord(Rule, [], [], new DateOnly(2024, 2, 29));

        Assert.Equal((null, null, new DateOnly(2027, 2, 28)), (record.LastCourseOn, record.SatisfiedOn, record.DueOn));
        Assert.Equal(TrainingStanding.Never, record.StandingOn(Day("2024-03-01")));
        Assert.Equal(TrainingStanding.Never, record.StandingOn(Day("2030-03-01")));
    }

    [Theory]
    [InlineData(35, null)]
    [InlineData(36, "2025-03-01")]
    [InlineData(0, null)]
    public void FewerHoursThanTheRule_SatisfyNothing(int hours, string? satisfied)
    {
        var record = Of(("2025-03-01", hours));

        Assert.Equal(satisfied is null ? null : Day(satisfied), record.SatisfiedOn);
        Assert.Equal(Day("2025-03-01"), record.LastCourseOn);
    }

    [Fact]
    public void HoursAddUp_WithinAPeriodAndNotBeyond()
    {
        Assert.Equal(Day("2025-03-01"), Of(("2022-03-01", 20), ("2025-03-01", 16)).SatisfiedOn);
        Assert.Null(Of(("2022-02-28", 20), ("2025-03-01", 16)).SatisfiedOn);
        Assert.Equal(Day("2025-03-01"), Of(("2025-03-01", 18), ("2025-03-01", 18)).SatisfiedOn);
    }

    [Fact]
    public void AShortCourseLater_MovesTheDayOnlyWhileTheHoursStillAddUp()
    {
        Assert.Equal(Day("2024-06-01"), Of(("2024-01-15", 36), ("2024-06-01", 4)).SatisfiedOn);

        var late = Of(("2020-01-15", 36), ("2024-06-01", 4));
        Assert.Equal((Day("2020-01-15"), Day("2023-01-15"), Day("2024-06-01")), (late.SatisfiedOn!.Value, late.DueOn, late.LastCourseOn!.Value));
    }

    [Fact]
    public void Activities_CountTowardTheHours_OnlyWhereTheSettingSaysSo()
    {
        ClaimedHours[] activities = [new(Guid.CreateVersion7(), DevelopmentKind.Internship, Day("2025-05-01"), 36)];
        var apart = new TrainingRecord(Rule, [], activities, Since);
        var together = new TrainingRecord(Rule with { CountActivities = true }, [], activities, Since);
        var today = Day("2026-02-10");

        Assert.Equal((0, 36), (apart.HoursOn(today), apart.ActivitiesOn(today).Sum(a => a.Hours)));
        Assert.Equal(TrainingStanding.Never, apart.StandingOn(today));
        Assert.Equal((36, Day("2025-05-01")), (together.HoursOn(today), together.SatisfiedOn!.Value));
    }

    [Fact]
    public void TheStateAndTheHours_SayTheSame_OnEveryDayOfTenYears()
    {
        var random = new Random(20260210);
        for (var i = 0; i < 200; i++)
        {
            var day = new DateOnly(2020, 1, 1).AddDays(random.Next(2000));
            var record = new TrainingRecord(Rule, [new CourseEntry(day, random.Next(36, 200))], [], Since);
            for (var on = day; on < day.AddYears(4); on = on.AddDays(random.Next(1, 40)))
            {
                Assert.Equal(record.StandingOn(on) != TrainingStanding.Overdue, record.HoursOn(on) >= Rule.Hours);
            }

            Assert.NotEqual(TrainingStanding.Overdue, record.StandingOn(record.DueOn));
            Assert.Equal(TrainingStanding.Overdue, record.StandingOn(record.DueOn.AddDays(1)));
        }
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static TrainingRecord Of(params (string On, int Hours)[] courses) =>
        new(Rule, courses.Select(c => new CourseEntry(Day(c.On), c.Hours)), [], Since);
}
