using FsCheck.Xunit;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Tests.Common;

namespace TeacherCpd.Domain.Tests.Assessment;

public sealed class GradingTests
{
    private const string G = "Good";
    private const string S = "Satisfactory";
    private const string U = "Unsatisfactory";

    private static readonly DateTime Now = new(2026, 2, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid[] Criteria = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    public static TheoryData<GradingStatus, GradingStatus, bool> Steps => StateTable.Pairs<GradingStatus>(
        "Marking -> ThirdMarking, Moderation, Graded",
        "ThirdMarking -> Moderation, Graded",
        "Moderation -> Graded",
        "Graded -> Released");

    [Theory]
    [MemberData(nameof(Steps))]
    public void OnlyTheseStepsAreAllowed(GradingStatus from, GradingStatus to, bool allowed) => StateTable.Check(Grading.States, from, to, allowed);

    [Fact]
    public void OneAssessor_IsEnoughWhereThePlanAsksForOne()
    {
        var grading = Begin(Marking.OneAssessor);
        Assert.Equal(SheetRole.First, grading.Needs([]));

        Settle(grading, false, Sheet(SheetRole.First, G, G, S));

        Assert.Equal((GradingStatus.Graded, Grade.Good, Grade.Good), (grading.Status, grading.Before, grading.Grade));
    }

    [Fact]
    public void TwoWhoAgree_GiveTheGrade()
    {
        var grading = Begin(Marking.TwoAssessors);
        var first = Sheet(SheetRole.First, G, S, S);
        Settle(grading, false, first);
        Assert.Equal((GradingStatus.Marking, SheetRole.Second), (grading.Status, grading.Needs([first])));

        Settle(grading, false, first, Sheet(SheetRole.Second, G, S, S));

        Assert.Equal((GradingStatus.Graded, Grade.Satisfactory), (grading.Status, grading.Grade));
    }

    [Fact]
    public void WhereTwoDiffer_AThirdDecidesThoseCriteriaAlone()
    {
        var grading = Begin(Marking.TwoAssessors);
        RubricSheet[] two = [Sheet(SheetRole.First, G, U, G), Sheet(SheetRole.Second, G, S, S)];
        Settle(grading, false, two);

        Assert.Equal((GradingStatus.ThirdMarking, SheetRole.Third), (grading.Status, grading.Needs(two)));
        Assert.Equal([Criteria[1], Criteria[2]], Grading.Differences(two));
        RubricSheet[] all = [.. two, Sheet(SheetRole.Third, null, S, G)];
        Settle(grading, false, all);

        Assert.Equal([Grade.Good, Grade.Satisfactory, Grade.Good], Criteria.Select(c => Grading.Levels(all)[c]));
        Assert.Equal((GradingStatus.Graded, Grade.Good), (grading.Status, grading.Grade));
    }

    [Fact]
    public void AModeratorsLevels_ReplaceThoseOfTheAssessors_AndBothGradesStay()
    {
        var grading = Begin(Marking.OneAssessor);
        var first = Sheet(SheetRole.First, U, S, S);
        Settle(grading, true, first);
        Assert.Equal((GradingStatus.Moderation, Grade.Unsatisfactory, null, SheetRole.Moderation), (grading.Status, grading.Before, grading.Grade, grading.Needs([first])));

        Settle(grading, true, first, Sheet(SheetRole.Moderation, S, S, S));

        Assert.Equal((GradingStatus.Graded, Grade.Unsatisfactory, Grade.Satisfactory), (grading.Status, grading.Before, grading.Grade));
    }

    [Theory]
    [InlineData(Grade.Unsatisfactory, false)]
    [InlineData(Grade.Satisfactory, false)]
    [InlineData(Grade.Good, true)]
    public void AnAppeal_ChangesTheGradeForTheBetterOnly(Grade appealed, bool isBetter)
    {
        var grading = Begin(Marking.OneAssessor);
        Settle(grading, false, Sheet(SheetRole.First, S, S, S));
        Assert.False(grading.Improve(Grade.Good));
        grading.Release(Now);

        Assert.Equal(isBetter, grading.Improve(appealed));
        Assert.Equal((isBetter ? Grade.Good : Grade.Satisfactory, Grade.Satisfactory), (grading.Grade, grading.Before));
    }

    [Fact]
    public void ASheetThatWasGivenBack_DoesNotCountAndIsNeededAgain()
    {
        var grading = Begin(Marking.OneAssessor);
        var sheet = Sheet(SheetRole.First, G, G, G, sign: false);
        Assert.Null(grading.Needs([sheet]));

        sheet.Return("Ауырып қалдым", Now);

        Assert.Equal(SheetRole.First, grading.Needs([sheet]));
    }

    [Theory]
    [InlineData(AppealStatus.Lodged, AppealStatus.InReview, true)]
    [InlineData(AppealStatus.Lodged, AppealStatus.Upheld, false)]
    [InlineData(AppealStatus.InReview, AppealStatus.Lodged, true)]
    [InlineData(AppealStatus.InReview, AppealStatus.Dismissed, true)]
    [InlineData(AppealStatus.InReview, AppealStatus.Upheld, true)]
    [InlineData(AppealStatus.Upheld, AppealStatus.Lodged, false)]
    [InlineData(AppealStatus.Dismissed, AppealStatus.InReview, false)]
    public void AnAppeal_GoesThisWay(AppealStatus from, AppealStatus to, bool allowed) => Assert.Equal(allowed, Appeal.States.Allow(from, to));

    // of any number of portfolios of any group the sample is the share, give or take one, and 0 and 100 per cent are exact
    [Property]
    public bool TheSample_IsTheShare(Guid group, byte share, byte many)
    {
        var percent = share % 101;
        var taken = Enumerable.Range(0, many).Count(n => ModerationSample.Takes(n, percent, group));
        return Math.Abs(taken - (many * percent / 100.0)) <= 1 && (percent > 0 || taken == 0) && (percent < 100 || taken == many);
    }

    private static Grading Begin(Marking marking) => Grading.Begin(Guid.CreateVersion7(), Guid.CreateVersion7(), marking, Now);

    private static void Settle(Grading grading, bool isSampled, params RubricSheet[] sheets) => Assert.Null(grading.Settle(sheets, GradeRule.Plain(Criteria), isSampled, isSevere: false, Now));

    private static RubricSheet Sheet(SheetRole role, string? first, string? second, string? third, bool sign = true)
    {
        var sheet = new RubricSheet
        {
            PortfolioVersionId = Guid.CreateVersion7(),
            Role = role,
            RubricId = Guid.CreateVersion7(),
            AuthorId = Guid.CreateVersion7(),
            StartedAt = Now,
        };
        var marked = Criteria.Zip([first, second, third]).Where(m => m.Second is not null).ToList();
        sheet.SaveDraft(marked.Select(m => (m.First, (Grade?)Enum.Parse<Grade>(m.Second!), "")), "", Now);
        if (sign)
        {
            Assert.Null(sheet.Sign(GradeRule.Plain(Criteria), Now));
        }

        return sheet;
    }
}
