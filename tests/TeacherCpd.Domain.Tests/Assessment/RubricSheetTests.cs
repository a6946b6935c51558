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
        var sheet = Sheet(AssessmentStage.Summative);

        Assert.Null(sheet.SaveDraft([(Criteria[0], Grade.Good, "a"), (Criteria[1], null, "")], "first"));
        Assert.Null(sheet.SaveDraft([(Criteria[1], Grade.Satisfactory, "b")], "second"));

        Assert.Equal(
            [(Criteria[0], Grade.Good, "a"), (Criteria[1], Grade.Satisfactory, "b")],
            sheet.Marks.Select(m => (m.CriterionId, m.Level!.Value, m.Comment)));
        Assert.Equal("second", sheet.Comment);
        Assert.Null(sheet.Grade);
    }

    [Fact]
    public void EveryCriterion_NeedsALevelBeforeTheSignature()
    {
        var sheet = Sheet(AssessmentStage.Summative);
        sheet.SaveDraft([(Criteria[0], Grade.Good, ""), (Criteria[1], Grade.Good, ""), (Criteria[2], null, "")], "");

        Assert.IsType<CriterionNotMarked>(sheet.Sign(Criteria, Now));
        Assert.Null(sheet.SignedAt);
        sheet.SaveDraft([(Criteria[2], Grade.Satisfactory, "")], "");
        Assert.Null(sheet.Sign(Criteria, Now));
        Assert.Equal((Now, Grade.Good), (sheet.SignedAt, sheet.Grade));
    }

    [Fact]
    public void AFormativeSheet_HasNoGrade()
    {
        var sheet = Complete(AssessmentStage.Formative);

        Assert.Null(sheet.Sign(Criteria, Now));
        Assert.Null(sheet.Grade);
    }

    [Fact]
    public void MarksOfOtherCriteria_DoNotCount()
    {
        var sheet = Complete(AssessmentStage.Summative);
        sheet.SaveDraft([(Guid.CreateVersion7(), Grade.Unsatisfactory, "")], "");

        sheet.Sign(Criteria, Now);

        Assert.Equal(Grade.Good, sheet.Grade);
    }

    [Fact]
    public void ASignedSheet_DoesNotChange()
    {
        var sheet = Complete(AssessmentStage.Summative);
        sheet.Sign(Criteria, Now);

        Assert.IsType<SheetAlreadySigned>(sheet.SaveDraft([(Criteria[0], Grade.Unsatisfactory, "late")], "late"));
        Assert.IsType<SheetAlreadySigned>(sheet.Sign(Criteria, Now.AddDays(1)));
        Assert.Equal((Now, Grade.Good, "whole"), (sheet.SignedAt, sheet.Grade, sheet.Comment));
        Assert.All(sheet.Marks, m => Assert.Equal(Grade.Good, m.Level));
    }

    [Fact]
    public void Criteria_AreNumberedAsTheyAreAdded()
    {
        var rubric = new Rubric { Code = "R1", Number = 1, Title = new LocalizedText("а", "б", "c") };
        var text = rubric.Title;
        rubric.Add("C1", text, text, text, text);
        rubric.Add("C2", text, text, text, text);

        Assert.Equal([(1, "C1"), (2, "C2")], rubric.Criteria.Select(c => (c.Order, c.Code)));
    }

    private static RubricSheet Complete(AssessmentStage stage)
    {
        var sheet = Sheet(stage);
        sheet.SaveDraft(Criteria.Select(c => (c, (Grade?)Grade.Good, "")), "whole");
        return sheet;
    }

    private static RubricSheet Sheet(AssessmentStage stage) => new()
    {
        PortfolioVersionId = Guid.CreateVersion7(),
        Stage = stage,
        RubricId = Guid.CreateVersion7(),
        AuthorId = Guid.CreateVersion7(),
        StartedAt = Now,
    };
}
