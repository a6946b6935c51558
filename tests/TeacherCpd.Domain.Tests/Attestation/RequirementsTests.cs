using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class RequirementsTests
{
    [Fact]
    public void WhoeverHasEverything_SeesEverythingMet()
    {
        var rows = Rows(Teacher("moderator", "expert"), courseHours: 72);

        Assert.All(rows, r => Assert.True(r.Met, r.Code));
        Assert.Equal(
            ["sequence", "experience", "school_year", "test", "test_valid", "criterion", "course_hours", "total"],
            rows.Select(r => r.Code).Distinct());
        Assert.Equal(["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "3.4", "4.1"], rows.Where(r => r.Code == "criterion").Select(r => r.Criterion!));
    }

    [Theory]
    [InlineData("sequence", "5")]
    [InlineData("experience", "5")]
    [InlineData("school_year", "App.1(10)")]
    [InlineData("early", "63")]
    [InlineData("no_bar", "62")]
    [InlineData("no_violation", "46")]
    [InlineData("in_time", "46")]
    [InlineData("test", "39(1)")]
    [InlineData("test_valid", "53")]
    [InlineData("criterion", "App.12")]
    [InlineData("course_hours", "App.12")]
    [InlineData("total", "App.12")]
    public void WhatIsMissing_IsNamedWithItsParagraph(string code, string paragraph)
    {
        var rows = Rows(
            Teacher("moderator", "researcher") with
            {
                ExperienceYears = 1,
                LastAttestedOn = Day("2025-10-01"),
                Early = true,
                EarlyConditionsMet = 1,
                FalseDataOn = Day("2025-01-01"),
                TestViolations = 1,
                Facts = ["lateApplication"],
                Test = new KnowledgeTest(12, Day("2024-01-01")),
                Points = new Dictionary<string, decimal>(),
            },
            courseHours: 36);
        var row = rows.First(r => r.Code == code);

        Assert.False(row.Met);
        Assert.Equal(paragraph, row.Paragraph);
        Assert.All([Language.Kk, Language.Ru, Language.En], l => Assert.NotEqual(code, row.Title(l)));
    }

    [Fact]
    public void WhatIsNotKnown_IsNeitherMetNorMissing()
    {
        var rows = Rows(Teacher("moderator", "expert") with { Early = true, LastAttestedOn = Day("2023-01-01") });
        var newcomer = Rows(Teacher(null, "teacher") with { ExperienceYears = null });

        Assert.Null(rows.Single(r => r.Code == "early").Met);
        Assert.Null(rows.Single(r => r.Code == "course_hours").Met);
        Assert.Null(newcomer.Single(r => r.Code == "experience").Met);
    }

    [Fact]
    public void Figures_AreShownAsTheLanguageWritesThem()
    {
        var rows = Rows(Teacher("moderator", "expert") with { ExperienceYears = 7.5m }, courseHours: 80);
        var experience = rows.Single(r => r.Code == "experience");
        var hours = rows.Single(r => r.Code == "course_hours");

        Assert.Equal(("3", "7,5", "7.5"), (experience.NeededText(Language.Kk), experience.HaveText(Language.Kk), experience.HaveText(Language.En)));
        Assert.Equal(("72", "80"), (hours.NeededText(Language.Ru), hours.HaveText(Language.Ru)));
        Assert.Equal("Часы курсов, критерий 4.1", hours.Title(Language.Ru));
        Assert.Equal("педагог-сарапшы", rows[0].NeededText(Language.Kk));
    }

    [Fact]
    public void ATestThatIsNotNeeded_IsNoRequirement() => Assert.DoesNotContain(
        Rows(Teacher("moderator", "moderator") with { ExperienceYears = 30 }), r => r.Code is "test" or "test_valid");

    [Fact]
    public void ATestNotTaken_IsMissing()
    {
        var row = Rows(Teacher("moderator", "expert") with { Test = null }).Single(r => r.Code == "test");

        Assert.False(row.Met);
        Assert.Equal("", row.HaveText(Language.Kk));
    }

    [Fact]
    public void ACategoryKept_NeedsNothing()
    {
        var row = Assert.Single(Rows(Teacher("expert", "expert") with { YearsToPension = 2 }));

        Assert.Equal(("without_attestation", true, "педагог-эксперт"), (row.Code, row.Met, row.HaveText(Language.Ru)));
    }

    [Fact]
    public void FewerHoursAreNeeded_InAPreschool() => Assert.Equal(
        36, Rows(Teacher("moderator", "expert") with { Organisation = EducationType.Preschool }).Single(r => r.Code == "course_hours").Needed);

    private static IReadOnlyList<Requirement> Rows(AttestationQuestion question, int? courseHours = null) =>
        Requirements.For(Order83.Rules, question, question.Answer(), courseHours);
}
