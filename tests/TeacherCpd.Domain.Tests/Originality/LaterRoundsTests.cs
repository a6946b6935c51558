using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Domain.Tests.Originality;

public sealed class LaterRoundsTests
{
    private static readonly DateOnly Last = new(2026, 3, 20);

    [Theory]
    [InlineData(CheckRound.HandedIn, -10, CheckRound.Deadline, 1)]
    [InlineData(CheckRound.HandedIn, 0, CheckRound.Deadline, 1)]
    [InlineData(CheckRound.HandedIn, 1, CheckRound.WeekLater, 8)]
    [InlineData(CheckRound.HandedIn, 90, CheckRound.WeekLater, 97)]
    [InlineData(CheckRound.Deadline, -10, CheckRound.WeekLater, 8)]
    public void ARound_FollowsAfterTheLastDayAndAWeekLater(CheckRound round, int handedIn, CheckRound next, int on) =>
        Assert.Equal((next, Last.AddDays(on)), LaterRounds.After(round, Last.AddDays(handedIn), Last));

    [Fact]
    public void AfterTheLastRound_NoneFollows() => Assert.Null(LaterRounds.After(CheckRound.WeekLater, Last, Last));

    [Theory]
    [InlineData(null, 300, ThresholdCrossing.Reached)]
    [InlineData(null, 299, ThresholdCrossing.None)]
    [InlineData(null, null, ThresholdCrossing.None)]
    [InlineData(100, 300, ThresholdCrossing.Reached)]
    [InlineData(300, 900, ThresholdCrossing.None)]
    [InlineData(300, 299, ThresholdCrossing.Left)]
    [InlineData(300, null, ThresholdCrossing.Left)]
    public void OnlyACrossing_IsTold(int? before, int? now, ThresholdCrossing crossing) =>
        Assert.Equal(crossing, Done(now).CompareWith(new AssessmentPlan { ProgrammeVersionId = Guid.CreateVersion7(), Number = 1, RubricId = Guid.CreateVersion7(), ThresholdPermille = 300 }, before));

    [Fact]
    public void WhereThePlanSetsNoThreshold_NothingCrossesIt() =>
        Assert.Equal(ThresholdCrossing.None, Done(1000).CompareWith(AssessmentPlan.First(Guid.CreateVersion7(), Guid.CreateVersion7()), 0));

    [Fact]
    public void ACrossingIsNotedOnce_AndNothingElseIs()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var at = new DateTime(2026, 3, 21, 9, 0, 0, DateTimeKind.Utc);
        var check = Done(500);
        check.NoteCrossing(first, at);
        Assert.Null(check.CrossingNotedAt);
        check.CompareWith(new AssessmentPlan { ProgrammeVersionId = first, Number = 1, RubricId = first, ThresholdPermille = 300 }, null);

        check.NoteCrossing(first, at);
        check.NoteCrossing(second, at.AddDays(1));

        Assert.Equal((first, at), (check.CrossingNotedBy, check.CrossingNotedAt));
    }

    private static OriginalityCheck Done(int? permille)
    {
        var at = new DateTime(2026, 3, 21, 8, 0, 0, DateTimeKind.Utc);
        var check = new OriginalityCheck
        {
            VersionId = Guid.CreateVersion7(),
            MaterialId = Guid.CreateVersion7(),
            Stage = AssessmentStage.Formative,
            QueuedAt = at,
        };
        check.Finish(new CheckFindings(permille, permille, permille, 100, 0, [], [], []), at, at);
        return check;
    }
}
