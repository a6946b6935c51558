using TeacherCpd.Domain.Attestation;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class SheetRulesTests
{
    [Theory]
    [InlineData("teacher", "moderator", 68)]
    [InlineData("moderator", "expert", 84)]
    [InlineData("expert", "researcher", 113)]
    [InlineData("researcher", "master", 133)]
    public void TheTotal_ReachesTheThresholdOrDoesNot(string holds, string claims, int threshold)
    {
        var question = Teacher(holds, claims);
        var spare = question.Points.Values.Sum() - threshold;
        var exact = (question with { Points = With(question.Points, "1.2", question.Points["1.2"] - spare) }).Answer();
        var short1 = (question with { Points = With(question.Points, "1.2", question.Points["1.2"] - spare - 0.5m) }).Answer();

        Assert.Equal(threshold, exact.SheetThreshold);
        Assert.Equal(threshold, exact.SheetTotal);
        Assert.True(exact.SheetMet);
        Assert.True(exact.Says("sheet_met", "App.12"));
        Assert.False(short1.SheetMet);
        Assert.True(short1.Says("sheet_total_short", "App.12"));
        Assert.Equal(holds, short1.HighestPossible);
    }

    [Fact]
    public void ACriterionWithoutPoints_BreaksTheClaim_WhateverTheTotal()
    {
        var question = Teacher("moderator", "expert");
        var answer = (question with { Points = With(With(question.Points, "2.2", 0), "1.2", 102) }).Answer();

        Assert.True(answer.SheetTotal > answer.SheetThreshold);
        Assert.False(answer.SheetMet);
        Assert.Equal(["2.2"], answer.Reasons.Single(r => r.Code == "sheet_criteria_missing").Args);
    }

    [Theory]
    [InlineData("teacher", "moderator", true)]
    [InlineData("moderator", "expert", true)]
    [InlineData("expert", "researcher", false)]
    public void PublicationsAndSharedPractice_AreAskedFromResearchersOn(string holds, string claims, bool met)
    {
        var question = Teacher(holds, claims);
        var points = With(With(With(question.Points, "3.3", 0), "3.5", 0), "1.2", 102);

        Assert.Equal(met, (question with { Points = points }).Answer().SheetMet);
    }

    [Fact]
    public void ClassLeadership_AddsPointsAndIsNotAskedFor()
    {
        var question = Teacher("moderator", "expert");

        Assert.True(question.Answer().SheetMet);
        Assert.Equal(question.Answer().SheetTotal + 3, (question with { Points = With(question.Points, "5.1", 3) }).Answer().SheetTotal);
    }

    [Fact]
    public void CriteriaThatTheSheetDoesNotHave_DoNotCount()
    {
        var question = Teacher("moderator", "expert");

        Assert.Equal(question.Answer().SheetTotal, (question with { Points = With(question.Points, "8.8", 50) }).Answer().SheetTotal);
    }

    // Appendix 12, notes to 1.1 and 2.1.
    [Theory]
    [InlineData(true, null, 80, true)]
    [InlineData(false, EducationKind.CommissionPmpk, 80, true)]
    [InlineData(false, null, 84, false)]
    public void TheReducedGroup_IsNotAskedForKnowledgeAndContests(bool reduced, EducationKind? kind, int threshold, bool met)
    {
        var points = With(With(Teacher("moderator", "expert").Points, "1.1", 0), "2.1", 0);
        var answer = (Teacher("moderator", "expert") with { ReducedGroup = reduced, Kind = kind, Points = points }).Answer();

        Assert.Equal(threshold, answer.SheetThreshold);
        Assert.Equal(met, answer.SheetMet);
    }

    [Fact]
    public void CriteriaNamedAsNotApplicable_AreNotMissed()
    {
        var question = Teacher("moderator", "expert");
        var points = With(With(question.Points, "2.1", 0), "1.2", 80);

        Assert.False((question with { Points = points }).Answer().SheetMet);
        Assert.True((question with { Points = points, NotApplicable = ["2.1"] }).Answer().SheetMet);
    }

    // Appendix 13, notes to 1.7, 2.1, 2.2, 2.3 and 2.4.
    [Theory]
    [InlineData(EducationType.College, null, new[] { "2.2" })]
    [InlineData(EducationType.Preschool, null, new[] { "2.2", "2.3" })]
    [InlineData(EducationType.Special, EducationKind.CorrectionOffice, new[] { "1.7", "2.2", "2.3", "2.4" })]
    [InlineData(EducationType.Special, EducationKind.CommissionPmpk, new[] { "1.7", "2.1", "2.2", "2.3", "2.4" })]
    public void HeadsOfSomeOrganisations_AreNotAskedForAllCriteria(EducationType type, EducationKind? kind, string[] left)
    {
        var points = new Dictionary<string, decimal>(FullPoints(Ladder.Head, "head_cat3"));
        foreach (var criterion in left)
        {
            points.Remove(criterion);
        }

        var question = Leader(Ladder.Head, null, "head_cat3") with { Points = points };

        Assert.True((question with { Organisation = type, Kind = kind }).Answer().SheetMet);
        Assert.False(question.Answer().SheetMet);
    }

    [Fact]
    public void WhereTheOrganisationDecidesTheRow_ItHasToBeKnown()
    {
        var head = (Leader(Ladder.Head, null, "head_cat3") with { Organisation = null }).Answer();
        var teacher = (Teacher("moderator", "expert") with { Organisation = null }).Answer();

        Assert.Null(head.SheetThreshold);
        Assert.Null(head.SheetMet);
        Assert.Null(head.HighestPossible);
        Assert.True(head.Says("needs:organisation", "App.13"));
        Assert.Equal(84, teacher.SheetThreshold);
        Assert.Equal("expert", teacher.HighestPossible);
    }

    [Fact]
    public void TeacherHasNoSheet()
    {
        var answer = Teacher(null, "teacher").Answer();

        Assert.Null(answer.SheetThreshold);
        Assert.Null(answer.SheetMet);
        Assert.Equal("teacher", answer.HighestPossible);
        Assert.Null(answer.CommissionLevel);
    }

    private static Dictionary<string, decimal> With(IReadOnlyDictionary<string, decimal> points, string criterion, decimal value) =>
        new(points) { [criterion] = value };

    // Appendix 12, note to 1.1: what does not concern the position has no part in the threshold of its row, nor in the total.
    [Theory]
    [InlineData(0, 125)]
    [InlineData(4, 125)]
    public void PointsOfACriterionLeftOut_DoNotCount(int points, int total)
    {
        var full = Candidate.FullPoints(Ladder.Teacher, "master");
        full["1.1"] = points;
        full["1.2"] += 125 - full.Where(p => p.Key != "1.1").Sum(p => p.Value);

        var answer = (Candidate.Teacher("researcher", "master") with { ReducedGroup = true, Points = full }).Answer();

        Assert.Equal(total, answer.SheetTotal);
        Assert.True(answer.SheetMet);
    }
}
