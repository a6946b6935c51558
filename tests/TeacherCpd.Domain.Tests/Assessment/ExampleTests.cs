using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Domain.Tests.Assessment;

public sealed class ExampleTests
{
    private static readonly Guid[] Criteria = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
    private static readonly DateTime Now = new(2026, 2, 10, 4, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("GSSU", "GSSU", 0, true)]
    [InlineData("GSSU", "GSSS", 0, false)]
    [InlineData("GSSU", "GSSS", 1, true)]
    [InlineData("GSSU", "SSSS", 1, false)]
    [InlineData("GSSU", "GSSG", 5, false)]
    public void A_sheet_is_within_the_tolerance_while_few_criteria_differ_and_none_by_two_levels(string own, string agreed, int tolerance, bool isWithin)
    {
        Assert.Equal(isWithin, SheetComparison.Of(Marks(own), Marks(agreed)).IsWithin(tolerance));
    }

    [Property]
    public void Severity_of_one_is_the_lenience_of_the_other(Grade[] one, Grade[] other)
    {
        var (mine, theirs) = (Marks(one), Marks(other));

        var there = SheetComparison.Of(mine, theirs);
        var back = SheetComparison.Of(theirs, mine);

        Assert.Equal(there.Criteria.Sum(c => c.Steps), -back.Criteria.Sum(c => c.Steps));
        Assert.Equal(there.Differing, back.Differing);
        Assert.True(SheetComparison.Of(mine, mine).IsWithin(0));
    }

    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 5, false)]
    [InlineData(2, 5, true)]
    public void Two_examples_marked_as_agreed_are_enough_and_one_where_there_is_one(int hits, int available, bool isEnough)
    {
        Assert.Equal(isEnough, Calibration.IsEnough(hits, available));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData("--", true)]
    [InlineData("+-+", false)]
    [InlineData("-+-", true)]
    [InlineData("++--", false)]
    public void Two_of_the_last_three_seeds_missed_are_a_pause(string newestFirst, bool isPaused)
    {
        Assert.Equal(isPaused, Calibration.IsPaused(newestFirst.Select(c => c == '+')));
    }

    [Theory]
    [InlineData("GGSS", true)]   // a third good criterion makes it good
    [InlineData("SSSS", false)]
    [InlineData("SSSU", true)]
    [InlineData("SSUU", false)]
    [InlineData("GGGS", false)]
    public void A_result_is_near_the_line_when_one_level_more_would_change_the_grade(string levels, bool isNear)
    {
        Assert.Equal(isNear, GradeRule.Plain(Criteria).IsNearLine(Levels(levels)));
    }

    [Theory]
    [InlineData(Marking.OneAssessor, true, "GGSS", GradingStatus.Moderation)]
    [InlineData(Marking.OneAssessor, true, "SSSS", GradingStatus.Graded)]
    [InlineData(Marking.OneAssessor, false, "GGSS", GradingStatus.Graded)]
    public void A_severe_assessors_result_near_the_line_is_looked_at_again(Marking marking, bool isSevere, string levels, GradingStatus expected)
    {
        var grading = Grading.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), marking, Now);

        Assert.Null(grading.Settle([Sheet(SheetRole.First, levels)], GradeRule.Plain(Criteria), isSampled: false, isSevere, Now));

        Assert.Equal((expected, expected == GradingStatus.Moderation), (grading.Status, grading.IsSecondLook));
    }

    [Theory]
    [InlineData(29, 29, false)]
    [InlineData(30, 6, true)]
    [InlineData(30, 5, false)]
    [InlineData(100, -40, false)]
    public void Severe_is_who_marks_every_fifth_criterion_a_level_lower_and_was_compared_often_enough(int comparisons, int steps, bool isSevere)
    {
        var report = new MarkingReport { AssessorId = Guid.CreateVersion7(), MadeOn = new DateOnly(2026, 2, 1), Comparisons = comparisons, Same = 0, Steps = steps };

        Assert.Equal(isSevere, report.IsSevere);
    }

    [Fact]
    public void A_report_is_the_assessors_own_until_it_is_read_or_a_week_is_over()
    {
        var report = new MarkingReport { AssessorId = Guid.CreateVersion7(), MadeOn = new DateOnly(2026, 2, 1), Comparisons = 10, Same = 9, Steps = 1 };

        Assert.Equal((false, true), (report.IsShownToModerators(new DateOnly(2026, 2, 7)), report.IsShownToModerators(new DateOnly(2026, 2, 8))));
        report.Read(Now);
        Assert.True(report.IsShownToModerators(new DateOnly(2026, 2, 1)));
    }

    private static RubricSheet Sheet(SheetRole role, string levels)
    {
        var sheet = new RubricSheet { PortfolioVersionId = Guid.CreateVersion7(), Role = role, RubricId = Guid.CreateVersion7(), AuthorId = Guid.CreateVersion7(), StartedAt = Now };
        Assert.Null(sheet.SaveDraft(Levels(levels).Select(l => (l.Key, (Grade?)l.Value, "")), "", Now));
        Assert.Null(sheet.Sign(GradeRule.Plain(Criteria), Now));
        return sheet;
    }

    private static IReadOnlyCollection<RubricMark> Marks(string levels) => Sheet(SheetRole.Agreed, levels).Marks;

    private static IReadOnlyCollection<RubricMark> Marks(Grade[] levels) =>
        Marks(string.Concat(Criteria.Select((_, i) => i < levels.Length ? "USG"[(int)levels[i]] : 'S')));

    private static Dictionary<Guid, Grade> Levels(string levels) =>
        Criteria.Zip(levels).ToDictionary(p => p.First, p => p.Second switch { 'G' => Grade.Good, 'S' => Grade.Satisfactory, _ => Grade.Unsatisfactory });
}
