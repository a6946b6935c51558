using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Assessment;

public sealed class RubricSheetTests
{
    private static readonly DateTime Now = new(2026, 2, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid[] Criteria = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public void ADraft_MayHaveOpenCriteria_AndIsSavedAgain()
    {
        var sheet = Sheet(SheetRole.First);

        Assert.Null(sheet.SaveDraft([(Criteria[0], Grade.Good, "a"), (Criteria[1], null, "")], "first", Now));
        Assert.Null(sheet.SaveDraft([(Criteria[1], Grade.Satisfactory, "b")], "second", Now));

        Assert.Equal(
            [(Criteria[0], Grade.Good, "a"), (Criteria[1], Grade.Satisfactory, "b")],
            sheet.Marks.Select(m => (m.CriterionId, m.Level!.Value, m.Comment)));
        Assert.Equal("second", sheet.Comment);
        Assert.Null(sheet.Grade);
    }

    [Fact]
    public void EveryCriterion_NeedsALevelBeforeTheSignature()
    {
        var sheet = Sheet(SheetRole.First);
        sheet.SaveDraft([(Criteria[0], Grade.Good, ""), (Criteria[1], Grade.Good, ""), (Criteria[2], null, "")], "", Now);

        Assert.IsType<CriterionNotMarked>(sheet.Sign(GradeRule.Plain(Criteria), Now));
        Assert.Null(sheet.SignedAt);
        sheet.SaveDraft([(Criteria[2], Grade.Satisfactory, "")], "", Now);
        Assert.Null(sheet.Sign(GradeRule.Plain(Criteria), Now));
        Assert.Equal((Now, Grade.Good), (sheet.SignedAt, sheet.Grade));
    }

    [Fact]
    public void AFormativeSheet_HasNoGrade()
    {
        var sheet = Complete(SheetRole.Feedback);

        Assert.Null(sheet.Sign(GradeRule.Plain(Criteria), Now));
        Assert.Null(sheet.Grade);
    }

    [Fact]
    public void MarksOfOtherCriteria_DoNotCount()
    {
        var sheet = Complete(SheetRole.First);
        sheet.SaveDraft([(Guid.CreateVersion7(), Grade.Unsatisfactory, "")], "", Now);

        sheet.Sign(GradeRule.Plain(Criteria), Now);

        Assert.Equal(Grade.Good, sheet.Grade);
    }

    [Fact]
    public void ASignedSheet_DoesNotChange()
    {
        var sheet = Complete(SheetRole.First);
        sheet.Sign(GradeRule.Plain(Criteria), Now);

        Assert.IsType<SheetAlreadySigned>(sheet.SaveDraft([(Criteria[0], Grade.Unsatisfactory, "late")], "late", Now));
        Assert.IsType<SheetAlreadySigned>(sheet.Sign(GradeRule.Plain(Criteria), Now.AddDays(1)));
        Assert.Equal((Now, Grade.Good, "whole"), (sheet.SignedAt, sheet.Grade, sheet.Comment));
        Assert.All(sheet.Marks, m => Assert.Equal(Grade.Good, m.Level));
    }

    [Fact]
    public void Criteria_AreNumberedAsTheyAreAdded()
    {
        var rubric = new Rubric { Code = "R1", Number = 1, Title = new LocalizedText("а", "б", "c") };
        var text = rubric.Title;
        rubric.Add(new CriterionContent("C1", text, text, text, text));
        rubric.Add(new CriterionContent("C2", text, text, text, text));

        Assert.Equal([(1, "C1"), (2, "C2")], rubric.Criteria.Select(c => (c.Order, c.Code)));
    }

    [Theory]
    [InlineData(SheetRole.First, true)]
    [InlineData(SheetRole.Second, true)]
    [InlineData(SheetRole.Third, false)]
    [InlineData(SheetRole.Moderation, true)]
    [InlineData(SheetRole.Appeal, true)]
    public void ASheetForTheWholeWork_HasAGrade(SheetRole role, bool hasGrade)
    {
        var sheet = Complete(role);
        sheet.Sign(GradeRule.Plain(Criteria), Now);

        Assert.Equal(hasGrade, sheet.Grade is not null);
    }

    [Fact]
    public void ASheetThatWasGivenBack_DoesNotChange()
    {
        var sheet = Complete(SheetRole.First);
        Assert.Null(sheet.Return("Авторын таныдым", Now));

        Assert.IsType<SheetAlreadySigned>(sheet.SaveDraft([], "late", Now));
        Assert.IsType<SheetAlreadySigned>(sheet.Sign(GradeRule.Plain(Criteria), Now));
        Assert.IsType<SheetAlreadySigned>(sheet.Return("тағы", Now.AddDays(1)));
        Assert.Equal((Now, "Авторын таныдым"), (sheet.ReturnedAt, sheet.ReturnReason));
    }

    private static RubricSheet Complete(SheetRole role)
    {
        var sheet = Sheet(role);
        sheet.SaveDraft(Criteria.Select(c => (c, (Grade?)Grade.Good, "")), "whole", Now);
        return sheet;
    }

    private static RubricSheet Sheet(SheetRole role) => new()
    {
        PortfolioVersionId = Guid.CreateVersion7(),
        Role = role,
        RubricId = Guid.CreateVersion7(),
        AuthorId = Guid.CreateVersion7(),
        StartedAt = Now,
    };
}
