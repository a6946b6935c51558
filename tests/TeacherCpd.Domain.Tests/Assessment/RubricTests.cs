using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Assessment;

public sealed class RubricTests
{
    private static readonly DateTime Now = new(2026, 2, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly LocalizedText Words = new("а", "б", "c");

    [Fact]
    public void ADraft_IsWrittenAnew_UntilItIsPublished()
    {
        var rubric = Rubric.Draft(Guid.CreateVersion7(), "R1", null, Content("A", "B"));
        Assert.Null(rubric.Revise(Content("B", "C", "D") with { UnsatisfactoryPercent = 20, GoodPercent = 60 }));

        Assert.Equal([(1, "B"), (2, "C"), (3, "D")], rubric.Criteria.Select(c => (c.Order, c.Code)));
        Assert.Equal((20, 60), (rubric.Rule.UnsatisfactoryPercent, rubric.Rule.GoodPercent));
        Assert.Null(rubric.Publish(Now));

        Assert.IsType<RubricPublished>(rubric.Revise(Content("X")));
        Assert.IsType<RubricPublished>(rubric.Publish(Now.AddDays(1)));
        Assert.Equal((3, Now), (rubric.Criteria.Count, rubric.PublishedAt!.Value));
    }

    [Fact]
    public void ANewVersion_IsACopyOfAPublishedOne_WithCriteriaOfItsOwn()
    {
        var centre = Guid.CreateVersion7();
        var rubric = Rubric.Draft(Guid.CreateVersion7(), "R1", centre, Content("A", "B") with { GoodPercent = 70 });
        Assert.IsType<RubricDraftThere>(rubric.DraftNext(Guid.CreateVersion7(), out _));
        rubric.Publish(Now);

        Assert.Null(rubric.DraftNext(Guid.CreateVersion7(), out var next));

        Assert.Equal(("R1", 2, centre, null), (next!.Code, next.Number, next.CentreId!.Value, next.PublishedAt));
        Assert.Equal(rubric.Content.Criteria, next.Content.Criteria);
        Assert.Equal(70, next.GoodPercent);
        Assert.Empty(rubric.Criteria.Select(c => c.Id).Intersect(next.Criteria.Select(c => c.Id)));
    }

    [Fact]
    public void WhatStays_IsNotWrittenAgain()
    {
        var rubric = Rubric.Draft(Guid.CreateVersion7(), "R1", null, Content("A", "B"));
        var before = rubric.Criteria.Select(c => c.Id).ToList();

        rubric.Revise(Content("A", "B") with { Title = new LocalizedText("жаңа", "новый", "") });

        Assert.Equal(before, rubric.Criteria.Select(c => c.Id));
        Assert.Equal("жаңа", rubric.Title.Kk);
    }

    private static RubricContent Content(params string[] codes) =>
        new(Words, 0, GradeRule.Half, [.. codes.Select((code, i) => new CriterionContent(code, Words, Words, Words, Words, i + 1, i == 0))]);
}
