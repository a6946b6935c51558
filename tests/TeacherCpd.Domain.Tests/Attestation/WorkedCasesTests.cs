using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

/// <summary>Whole cases from a file to the written answer; each names the fields it is about.</summary>
public sealed class WorkedCasesTests
{
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "A teacher with five years and every criterion becomes moderator (5, 19, 26, 39, appendix 12)",
            """
            {"id": "c1", "on": "2026-02-10", "ruleset": "KZ.MoE.Order83/2025-02-25/N32", "ladder": "teacher",
             "organisation": "school", "reducedGroup": false,
             "current": {"category": "teacher", "grantedOn": "2021-06-25", "format": "new", "confirmationsInARow": 0},
             "claimed": "moderator", "early": false, "earlyConditionsMet": 0, "experienceYears": 5, "yearsToPension": null,
             "test": {"percent": 66, "on": "2026-02-02"}, "languageCertificate": null,
             "points": {"1.1": 1, "1.2": 66, "2.1": 1, "2.2": 1, "3.1": 1, "3.2": 1, "3.4": 1, "4.1": 1}, "facts": []}
            """,
            """
            {"mayApply": true, "attestationRequired": true, "awarded": null, "testRequired": true, "testThresholdPercent": 60,
             "testPassed": true, "sheetThreshold": 68, "sheetTotal": 73, "sheetMet": true, "highestPossible": "moderator",
             "commissionLevel": "organisation", "validYears": 5}
            """
        },
        {
            "A trainee after more than a year becomes teacher by order (6)",
            """
            {"id": "c2", "on": "2026-02-10", "ladder": "teacher", "organisation": "school", "reducedGroup": false,
             "current": {"category": "trainee", "grantedOn": "2024-09-02", "format": "new", "confirmationsInARow": 0},
             "claimed": "teacher", "experienceYears": 1.4, "test": null, "points": {}, "facts": []}
            """,
            """{"mayApply": true, "attestationRequired": false, "awarded": "teacher", "testRequired": false, "commissionLevel": null}"""
        },
        {
            "The sheet fits master, the test reaches researcher (24, 39)",
            """
            {"id": "c3", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
             "current": {"category": "researcher", "grantedOn": "2021-06-25"}, "claimed": "master", "experienceYears": 20,
             "test": {"percent": 82, "on": "2026-02-02"},
             "points": {"1.1": 4, "1.2": 97, "2.1": 4, "2.2": 4, "3.1": 4, "3.2": 4, "3.3": 5, "3.4": 4, "3.5": 9, "4.1": 4}}
            """,
            """
            {"testThresholdPercent": 90, "testPassed": false, "sheetThreshold": 133, "sheetMet": true,
             "highestPossible": "researcher", "commissionLevel": "ministry"}
            """
        },
        {
            "Thirty-four years of experience confirm without the test (57)",
            """
            {"id": "c4", "on": "2026-02-10", "ladder": "teacher", "organisation": "preschool", "reducedGroup": false,
             "current": {"category": "moderator", "grantedOn": "2021-06-25", "format": "new", "confirmationsInARow": 0},
             "claimed": "moderator", "experienceYears": 34, "test": null,
             "points": {"1.1": 1, "1.2": 68, "2.1": 1, "2.2": 1, "3.1": 1, "3.2": 1, "3.4": 1, "4.1": 1}}
            """,
            """
            {"mayApply": true, "testRequired": false, "testThresholdPercent": null, "testPassed": null, "sheetMet": true,
             "highestPossible": "moderator"}
            """
        },
        {
            "A year before the pension the category is kept (30)",
            """
            {"id": "c5", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
             "current": {"category": "expert", "grantedOn": "2021-06-25", "format": "new", "confirmationsInARow": 0},
             "claimed": "expert", "experienceYears": 25, "yearsToPension": 1, "test": null, "points": {}}
            """,
            """{"attestationRequired": false, "awarded": "expert", "testRequired": false, "highestPossible": "expert"}"""
        },
        {
            "A head of a school rises to the second category (12, 19, 26, 39, appendix 13)",
            """
            {"id": "c6", "on": "2026-02-10", "ladder": "head", "organisation": "school",
             "current": {"category": "head_cat3", "grantedOn": "2023-06-20", "format": "new", "confirmationsInARow": 0},
             "claimed": "head_cat2", "experienceYears": 12, "test": {"percent": 80, "on": "2026-02-02"},
             "points": {"1.1": 2, "1.2": 3, "1.3": 4, "1.4": 3, "1.5": 2, "1.6": 2, "1.7": 3, "2.1": 2, "2.2": 3, "2.3": 3,
                        "2.4": 4, "3.1": 3, "3.2": 4, "3.3": 3, "4.1": 5, "4.2": 3, "4.3": 3, "4.4": 3, "5.1": 3}}
            """,
            """
            {"mayApply": true, "testThresholdPercent": 70, "testPassed": true, "sheetThreshold": 56, "sheetTotal": 58,
             "sheetMet": true, "highestPossible": "head_cat2", "commissionLevel": "district", "validYears": 3}
            """
        },
        {
            "Two proved conditions are too few for an early expert (63)",
            """
            {"id": "c7", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
             "current": {"category": "moderator", "grantedOn": "2023-08-21", "format": "new", "confirmationsInARow": 0},
             "claimed": "expert", "early": true, "earlyConditionsMet": 2, "experienceYears": 7, "points": {}}
            """,
            """{"mayApply": false, "highestPossible": "moderator", "testRequired": true}"""
        },
        {
            "Seven years in production make a moderator in a college (28)",
            """
            {"id": "c8", "on": "2026-02-10", "ladder": "teacher", "organisation": "college", "current": null,
             "claimed": "moderator", "experienceYears": 0, "points": {}, "facts": ["tvetProductionYears:7"]}
            """,
            """
            {"mayApply": true, "attestationRequired": false, "awarded": "moderator", "testRequired": false,
             "commissionLevel": "organisation"}
            """
        },
        {
            "An old category is exchanged for the present one that the test reaches (10, 24)",
            """
            {"id": "c9", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
             "current": {"category": "highest", "grantedOn": "2017-06-25", "format": "legacy"}, "claimed": "master", "experienceYears": 20,
             "test": {"percent": 82, "on": "2026-02-02"},
             "points": {"1.1": 4, "1.2": 97, "2.1": 4, "2.2": 4, "3.1": 4, "3.2": 4, "3.3": 5, "3.4": 4, "3.5": 9, "4.1": 4}}
            """,
            """{"testPassed": false, "sheetMet": true, "highestPossible": "researcher"}"""
        },
        {
            "An old category is not exchanged for the lowest one (10, 24)",
            """
            {"id": "c10", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
             "current": {"category": "second", "grantedOn": "2017-06-25", "format": "legacy"}, "claimed": "moderator", "experienceYears": 20,
             "test": {"percent": 55, "on": "2026-02-02"},
             "points": {"1.1": 1, "1.2": 66, "2.1": 1, "2.2": 1, "3.1": 1, "3.2": 1, "3.4": 1, "4.1": 1}}
            """,
            """{"testPassed": false, "sheetMet": true, "highestPossible": "second"}"""
        },
        {
            "A deputy of a special organisation is not asked for 2.3 (appendix 13, note 2)",
            """
            {"id": "c11", "on": "2026-02-10", "ladder": "deputy", "organisation": "special", "deputyField": "academic",
             "current": null, "claimed": "deputy_cat3", "experienceYears": 15, "test": {"percent": 75, "on": "2026-02-02"},
             "points": {"1.1": 2, "1.2": 2, "2.1": 2, "3.3": 3, "3.4": 2, "3.5": 3, "4.1": 2, "4.2": 2, "4.4": 2, "4.5": 2, "5.1": 2}}
            """,
            """{"sheetThreshold": 24, "sheetTotal": 24, "sheetMet": true}"""
        },
        {
            "A deputy of a school is (appendix 13)",
            """
            {"id": "c12", "on": "2026-02-10", "ladder": "deputy", "organisation": "school", "deputyField": "academic",
             "current": null, "claimed": "deputy_cat3", "experienceYears": 15, "test": {"percent": 75, "on": "2026-02-02"},
             "points": {"1.1": 2, "1.2": 2, "2.1": 2, "3.3": 3, "3.4": 2, "3.5": 3, "4.1": 2, "4.2": 2, "4.4": 2, "4.5": 2, "5.1": 2}}
            """,
            """{"sheetThreshold": 24, "sheetTotal": 24, "sheetMet": false}"""
        },
        {
            "Whoever is hired by the special programme rises by one, the day of the appointment known or not (33)",
            """
            {"id": "c13", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
             "current": {"category": "expert", "grantedOn": "2021-06-25"}, "claimed": "expert", "experienceYears": 15,
             "appointedOn": "2025-09-01", "facts": ["specialProgrammeHire"]}
            """,
            """{"attestationRequired": false, "awarded": "researcher"}"""
        },
        {
            "After false data the sequence begins again, when admission is open again too (62)",
            """
            {"id": "c14", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
             "current": {"category": "expert", "grantedOn": "2019-06-25"}, "claimed": "expert", "experienceYears": 15,
             "test": {"percent": 76, "on": "2026-02-02"}, "facts": ["falsePortfolioData:2020-11-01"]}
            """,
            """{"mayApply": false, "highestPossible": "teacher"}"""
        },
        {
            "A category granted after the false data stands (62)",
            """
            {"id": "c15", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
             "current": {"category": "moderator", "grantedOn": "2021-06-25"}, "claimed": "moderator", "experienceYears": 15,
             "test": {"percent": 76, "on": "2026-02-02"}, "facts": ["falsePortfolioData:2015-11-01"]}
            """,
            """{"mayApply": true, "highestPossible": "moderator"}"""
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheAnswer_IsWhatTheOrderSays(string what, string given, string expected)
    {
        var read = AttestationCaseFile.Read(given, new DateOnly(2026, 2, 10)).Value[0];
        var answer = AttestationAssessment.Answer(Order83.Rules, read.Question);
        var written = JsonNode.Parse(AttestationCaseFile.Write([answer], Language.Kk, asList: false))!.AsObject();

        Assert.All(JsonNode.Parse(expected)!.AsObject(), e =>
            Assert.True(JsonNode.DeepEquals(e.Value, written[e.Key]), $"{what}: {e.Key} is {written[e.Key]}, expected {e.Value}"));
        Assert.Equal(read.Question.Id, written["id"]!.GetValue<string>());
        Assert.Empty(read.Ignored);
        Assert.NotEmpty(answer.Reasons);
    }

    [Fact]
    public void Reasons_AreWrittenInTheLanguageAskedFor()
    {
        var question = AttestationCaseFile.Read(Cases.First().Data.Item2, default).Value[0].Question;
        var answer = AttestationAssessment.Answer(Order83.Rules, question);

        Assert.Contains("Білімді бағалау нәтижесі 66 %, шекті деңгей 60 %: жетті.", TextsIn(answer, Language.Kk));
        Assert.Contains("Результат оценки знаний 66 %, порог 60 %: достигнут.", TextsIn(answer, Language.Ru));
        Assert.Contains("The knowledge test gave 66 %, the threshold is 60 %: reached.", TextsIn(answer, Language.En));
    }

    private static IEnumerable<string> TextsIn(AttestationAnswer answer, Language language)
    {
        using var json = JsonDocument.Parse(AttestationCaseFile.Write([answer], language, asList: true));
        return [.. json.RootElement[0].GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("text").GetString()!)];
    }
}
