using System.Text.Json.Nodes;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class AttestationCaseFileTests
{
    private static readonly DateOnly Today = new(2026, 2, 10);

    [Fact]
    public void EveryField_IsRead()
    {
        var read = One("""
            {"id": "k", "on": "2026-03-01", "ruleset": "R", "ladder": "deputy", "organisation": "special", "reducedGroup": true,
             "current": {"category": "first", "grantedOn": "2016-06-01", "format": "legacy", "confirmationsInARow": 2},
             "claimed": "deputy_cat2", "early": true, "earlyConditionsMet": 3, "experienceYears": 7.5, "yearsToPension": 9,
             "test": {"percent": 71.5, "on": "2026-02-02"}, "languageCertificate": {"kind": "IELTS", "score": "6.5"},
             "points": {"1.1": 2}, "notApplicable": ["2.2"], "deputyField": "methodOffice", "organisationKind": "structuralUnit",
             "subordinateTo": "ministry", "civilServiceYears": 4, "higherPedagogical": false, "appointedOn": "2025-09-01",
             "returnedOn": "2025-09-02", "lastAttestedOn": "2024-05-05", "workingPensioner": true,
             "facts": ["phd", "tvetProductionYears:7", "falsePortfolioData:2024-03-01", "testViolation:2"]}
            """);
        var q = read.Question;

        Assert.Equal("R", read.RuleSet);
        Assert.Empty(read.Ignored);
        Assert.Equal(
            ("k", new DateOnly(2026, 3, 1), Ladder.Deputy, EducationType.Special, EducationKind.StructuralUnit, true),
            (q.Id, q.On, q.Ladder, q.Organisation, q.Kind, q.ReducedGroup));
        Assert.Equal(new HeldCategory("first", new DateOnly(2016, 6, 1), 2), q.Current);
        Assert.Equal(("deputy_cat2", true, 3, 7.5m, 9m), (q.Claimed, q.Early, q.EarlyConditionsMet, q.ExperienceYears, q.YearsToPension));
        Assert.Equal(new KnowledgeTest(71.5m, new DateOnly(2026, 2, 2)), q.Test);
        Assert.Equal(new LanguageCertificate(LanguageExam.Ielts, 6.5m, null), q.LanguageCertificate);
        Assert.Equal(2, q.Points["1.1"]);
        Assert.Equal(["2.2"], q.NotApplicable);
        Assert.Equal(
            (DeputyField.MethodOffice, CommissionLevel.Ministry, 4m, false, true),
            (q.DeputyField, q.SubordinateTo, q.CivilServiceYears, q.HigherPedagogical, q.WorkingPensioner));
        Assert.Equal(
            (new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 2), new DateOnly(2024, 5, 5)),
            (q.AppointedOn, q.ReturnedOn, q.LastAttestedOn));
        Assert.Equal(["phd"], q.Facts);
        Assert.Equal((7m, new DateOnly(2024, 3, 1), 2), (q.ProductionYears, q.FalseDataOn, q.TestViolations));
    }

    [Fact]
    public void AFieldLeftOut_TakesTheUsualCase()
    {
        var q = One("""{"claimed": "expert"}""").Question;

        Assert.Equal(
            (Today, Ladder.Teacher, CommissionLevel.District, true, false, false),
            (q.On, q.Ladder, q.SubordinateTo, q.HigherPedagogical, q.WorkingPensioner, q.Early));
        Assert.Null(q.Current);
        Assert.Empty(q.Points);
    }

    [Theory]
    [InlineData("head_cat2", Ladder.Head)]
    [InlineData("deputy_cat3", Ladder.Deputy)]
    [InlineData("master", Ladder.Teacher)]
    public void TheLadder_FollowsFromTheClaim(string claimed, Ladder ladder) =>
        Assert.Equal(ladder, One($$"""{"claimed": "{{claimed}}"}""").Question.Ladder);

    [Theory]
    [InlineData("DELF", "\"b2\"", null, "B2")]
    [InlineData("Goethe", "\"C1\"", null, "C1")]
    [InlineData("CEFR", "\"C2\"", null, "C2")]
    [InlineData("TOEFL", "85", 85.0, null)]
    [InlineData("IELTS", "\"7,5\"", 7.5, null)]
    public void Certificates_AreReadByTheirKind(string kind, string score, double? points, string? level)
    {
        var json = $$"""{"claimed": "expert", "languageCertificate": {"kind": "{{kind}}", "score": {{score}} } }""";
        var q = One(json).Question;

        Assert.Equal(((decimal?)points, level), (q.LanguageCertificate!.Score, q.LanguageCertificate.Level));
    }

    [Theory]
    [InlineData("""{}""", "claimed", "missing")]
    [InlineData("""[{"claimed": "expert"}, {"claimed": 5}]""", "[1].claimed", "text_needed")]
    [InlineData("""[7]""", "[0]", "object_needed")]
    [InlineData("""{"claimed": "expert", "on": "10.02.2026"}""", "on", "date_needed")]
    [InlineData("""{"claimed": "expert", "on": "9999-12-31"}""", "on", "date_needed")]
    [InlineData("""{"claimed": "expert", "on": "2026-02-30"}""", "on", "date_needed")]
    [InlineData("""{"claimed": "expert", "ladder": "teachr"}""", "ladder", "unknown_value")]
    [InlineData("""{"claimed": "expert", "ladder": 0}""", "ladder", "unknown_value")]
    [InlineData("""{"claimed": "expert", "current": {"grantedOn": "2021-06-25"}}""", "current.category", "missing")]
    [InlineData("""{"claimed": "expert", "current": {"category": "first", "format": "old"}}""", "current.format", "unknown_value")]
    [InlineData("""{"claimed": "expert", "current": "moderator"}""", "current.category", "missing")]
    [InlineData("""{"claimed": "expert", "test": {"percent": 101, "on": "2026-02-02"}}""", "test.percent", "number_needed")]
    [InlineData("""{"claimed": "expert", "test": {"percent": 1e400, "on": "2026-02-02"}}""", "test.percent", "number_needed")]
    [InlineData("""{"claimed": "expert", "points": {"1.1": -1}}""", "points.1.1", "number_needed")]
    [InlineData("""{"claimed": "expert", "points": {"1.1": 1, "1.1": 2}}""", "points.1.1", "named_twice")]
    [InlineData("""{"claimed": "expert", "languageCertificate": {"kind": "0", "score": "7"}}""", "languageCertificate.kind", "unknown_value")]
    [InlineData("""{"claimed": "expert", "languageCertificate": {"kind": "DELF", "score": "7"}}""", "languageCertificate.score", "unknown_value")]
    [InlineData("""{"claimed": "expert", "languageCertificate": {"kind": "IELTS", "score": "B2"}}""", "languageCertificate.score", "number_needed")]
    [InlineData("""{"claimed": "expert", "facts": ["tvetProductionYears"]}""", "facts[0]", "number_needed")]
    [InlineData("""{"claimed": "expert", "facts": ["phd", "falsePortfolioData:soon"]}""", "facts[1]", "date_needed")]
    [InlineData("""{"claimed": "\ud800"}""", "", "not_unicode")]
    [InlineData("""{"claimed": "expert",}""", "line 1", "not_json")]
    [InlineData("", "line 1", "not_json")]
    public void EveryFault_IsNamedWithItsPlace(string json, string place, string code)
    {
        var faults = Assert.IsType<InvalidInput>(AttestationCaseFile.Read(json, Today).Error).Faults;

        Assert.Contains(faults, f => (f.Field, f.Code) == (place, code));
    }

    [Fact]
    public void NamesThatNoRuleReads_AreReported()
    {
        var read = One("""{"claimed": "expert", "experienceYear": 7, "facts": ["phd", "veryGood"]}""");
        var answer = AttestationCaseFile.WithIgnored(AttestationAssessment.Answer(Order83.Rules, read.Question), read.Ignored);

        Assert.Equal(["experienceYear", "facts[1]"], read.Ignored);
        Assert.Contains(answer.Reasons, r => r.Code == "ignored:experienceYear");
        Assert.Contains("experienceYear", answer.Reasons[^2].Text(Language.Ru), StringComparison.Ordinal);
    }

    [Fact]
    public void NullFields_AreFieldsLeftOut()
    {
        var read = One("""{"claimed": "expert", "id": null, "test": null, "points": null, "facts": null, "ladder": null}""");

        Assert.Null(read.Question.Id);
        Assert.Null(read.Question.Test);
    }

    [Fact]
    public void Answers_AreWrittenInOrder()
    {
        var cases = AttestationCaseFile.Read("""[{"id": "a", "claimed": "expert"}, {"id": "b", "claimed": "head_cat3"}]""", Today).Value;
        var written = AttestationCaseFile.Write(
            [.. cases.Select(c => AttestationAssessment.Answer(Order83.Rules, c.Question))], Language.Kk, asList: true);

        Assert.Equal(["a", "b"], JsonNode.Parse(written)!.AsArray().Select(n => n!["id"]!.GetValue<string>()));
    }

    [Property(MaxTest = 300)]
    public FsCheck.Property WhateverTheText_ReadingEndsWithCasesOrFaults() => Prop.ForAll<string>(text =>
    {
        var read = AttestationCaseFile.Read(text ?? "", Today);
        return read.IsOk || read.Error is InvalidInput { Faults.Count: > 0 };
    });

    private static AttestationCaseInFile One(string json) => AttestationCaseFile.Read(json, Today).Value.Single();
}
