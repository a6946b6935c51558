using System.Text.Json.Nodes;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class AttestationRulesTests
{
    [Fact]
    public void TheBundledEdition_IsRead()
    {
        var rules = Order83.Rules;

        Assert.Equal("KZ.MoE.Order83/2025-02-25/N32", rules.Code);
        Assert.Null(rules.ValidFrom);
        Assert.Equal(7, rules.Commission.MinMembers);
        Assert.Equal(["expert", "researcher", "master"], rules.Legacy.Claims["highest"]);
    }

    [Theory]
    [InlineData(Ladder.Teacher, 5)]
    [InlineData(Ladder.Methodist, 5)]
    [InlineData(Ladder.Deputy, 5)]
    [InlineData(Ladder.Head, 3)]
    public void ACategoryIsValid_ToTheAnniversaryOfItsAward(Ladder ladder, int years) =>
        Assert.Equal(new DateOnly(2021 + years, 6, 25), Order83.Rules.ValidUntil(ladder, new DateOnly(2021, 6, 25)));

    [Theory]
    [InlineData("2025-08-31", "2024-09-01")]
    [InlineData("2025-09-01", "2025-09-01")]
    [InlineData("2026-02-10", "2025-09-01")]
    public void ASchoolYear_StartsOnTheFirstOfSeptember(string day, string start) =>
        Assert.Equal(Day(start), Order83.Rules.SchoolYear.StartOf(Day(day)));

    // The printed figures of appendices 12 and 13, row by row.
    [Theory]
    [InlineData(Ladder.Teacher, "school", null, null, false, "moderator 68 expert 84 researcher 113 master 133")]
    [InlineData(Ladder.Teacher, "preschool", null, null, true, "moderator 66 expert 80 researcher 107 master 125")]
    [InlineData(Ladder.Teacher, "special", "commissionPmpk", null, false, "moderator 66 expert 80 researcher 107 master 125")]
    [InlineData(Ladder.Methodist, "school", null, null, false, "moderator 10 expert 15 researcher 35 master 47")]
    [InlineData(Ladder.Methodist, "methodOffice", null, null, false, "moderator 9 expert 13 researcher 32 master 43")]
    [InlineData(Ladder.Methodist, "additional", "daryn", null, false, "moderator 7 expert 12 researcher 29 master 38")]
    [InlineData(Ladder.Head, "school", null, null, false, "head_cat3 40 head_cat2 56 head_cat1 69")]
    [InlineData(Ladder.Head, "college", null, null, false, "head_cat3 38 head_cat2 53 head_cat1 65")]
    [InlineData(Ladder.Head, "special", "specialSchool", null, false, "head_cat3 38 head_cat2 53 head_cat1 65")]
    [InlineData(Ladder.Head, "special", null, null, false, "head_cat3 38 head_cat2 53 head_cat1 65")]
    [InlineData(Ladder.Head, "special", "specialSchoolWithoutStandard", null, false, "head_cat3 36 head_cat2 50 head_cat1 61")]
    [InlineData(Ladder.Head, "preschool", null, null, false, "head_cat3 36 head_cat2 50 head_cat1 61")]
    [InlineData(Ladder.Head, "additional", null, null, false, "head_cat3 36 head_cat2 50 head_cat1 61")]
    [InlineData(Ladder.Head, "special", "correctionOffice", null, false, "head_cat3 32 head_cat2 44 head_cat1 53")]
    [InlineData(Ladder.Head, "special", "commissionPmpk", null, false, "head_cat3 30 head_cat2 42 head_cat1 49")]
    [InlineData(Ladder.Head, "methodOffice", null, null, false, "head_cat3 14 head_cat2 23 head_cat1 27")]
    [InlineData(Ladder.Deputy, "school", null, null, false, "deputy_cat3 30 deputy_cat2 47 deputy_cat1 61")]
    [InlineData(Ladder.Deputy, "school", null, "academic", false, "deputy_cat3 24 deputy_cat2 39 deputy_cat1 51")]
    [InlineData(Ladder.Deputy, "school", null, "methodical", false, "deputy_cat3 22 deputy_cat2 38 deputy_cat1 47")]
    [InlineData(Ladder.Deputy, "college", null, "production", false, "deputy_cat3 24 deputy_cat2 39 deputy_cat1 51")]
    [InlineData(Ladder.Deputy, "school", null, "informatization", false, "deputy_cat3 24 deputy_cat2 39 deputy_cat1 51")]
    [InlineData(Ladder.Deputy, "school", null, "upbringing", false, "deputy_cat3 22 deputy_cat2 37 deputy_cat1 47")]
    [InlineData(Ladder.Deputy, "methodOffice", null, null, false, "deputy_cat3 14 deputy_cat2 25 deputy_cat1 31")]
    [InlineData(Ladder.Deputy, "school", null, "methodOffice", false, "deputy_cat3 14 deputy_cat2 25 deputy_cat1 31")]
    public void EveryRowOfTheSheets_HasItsPrintedThresholds(
        Ladder ladder, string organisation, string? kind, string? field, bool reduced, string expected)
    {
        var place = new Workplace(
            Name<EducationType>(organisation)!.Value, Name<EducationKind>(kind), Name<DeputyField>(field), reduced);
        var choice = Order83.Rules.SheetFor(ladder, place)!;

        Assert.Equal(expected, string.Join(' ', choice.Row.Threshold.Select(t => $"{t.Key} {t.Value}")));
    }

    [Fact]
    public void FiguresThatTheSheetDoesNotAddUpTo_AreKeptAndReported()
    {
        var general = Order83.Rules.Warnings.Where(w => w.Field.StartsWith("sheets[5].rows[5]", StringComparison.Ordinal));

        Assert.Equal(
            ["sheets[5].rows[5].threshold.deputy_cat2: 47, 48", "sheets[5].rows[5].threshold.deputy_cat1: 61, 63"],
            general.Select(w => $"{w.Field}: {string.Join(", ", w.Args)}"));
        Assert.All(Order83.Rules.Warnings, w => Assert.StartsWith("sheets[5]", w.Field, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", "line 1", "not_json")]
    [InlineData("[]", "code", "missing")]
    public void WhatIsNoRuleSet_IsRefused(string json, string place, string code) =>
        Assert.Contains(Faults(json), f => f.Field == place && f.Code == code);

    public static TheoryData<string, string, string, string> Faulty => new()
    {
        { "code", "null", "code", "missing" },
        { "validFrom", "\"25.02.2025\"", "validFrom", "date_needed" },
        { "ladders.head.base", "\"boss\"", "ladders.head.base", "unknown_category" },
        { "ladders.head.categories", "3", "ladders.head.categories", "list_needed" },
        { "term.years.head", "0", "term.years.head", "whole_number_needed" },
        { "term.years", "[]", "term.years.head", "missing" },
        { "test.thresholds.teacher.percent.expert", "101", "test.thresholds.teacher.percent.expert", "whole_number_needed" },
        { "test.thresholds.teacher.percent", """{ "guru": 99 }""", "test.thresholds.teacher.percent", "unknown_category" },
        { "sequence.oneStepAtATime", "1", "sequence.oneStepAtATime", "flag_needed" },
        { "schoolYear.starts", "\"02-29\"", "schoolYear.starts", "day_of_year_needed" },
        { "early.conditions.master.needed", "9", "early.conditions.master", "more_needed_than_listed" },
        { "directAwards.production.organisations", """["factory"]""", "directAwards.production.organisations[0]", "unknown_value" },
        { "directAwards.leaders.category", """{ "boss": "head_cat1" }""", "directAwards.leaders.category.boss", "unknown_ladder" },
        { "testExemptions.language.delfGoethe.master", "\"D1\"", "testExemptions.language.delfGoethe.master", "unknown_value" },
        { "commission.quorum.denominator", "0", "commission.quorum.denominator", "whole_number_needed" },
        { "sheets[0].hoursCriterion", "\"1.1\"", "sheets[0].hoursCriterion", "hours_missing" },
        { "sheets[0].rows", "[]", "sheets[0].rows", "general_row_missing" },
        { "sheets[0].rows[1].leftOut", """["7.7"]""", "sheets[0].rows[1]", "unknown_criterion" },
        { "sheets[0].rows[1].threshold.expert", "\"80\"", "sheets[0].rows[1].threshold.expert", "whole_number_needed" },
        { "pension.paragraph", "\"\"", "pension.paragraph", "text_needed" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void EveryFault_IsNamedWithItsPlace(string changed, string value, string place, string code)
    {
        var faults = Faults(With(changed, value));

        Assert.Contains(faults, f => f.Field == place && f.Code == code);
    }

    [Fact]
    public void AllFaults_AreFoundAtOnce()
    {
        var json = JsonNode.Parse(With("code", "null"))!;
        json["term"]!["years"]!["head"] = -1;

        Assert.Equal(["code", "term.years.head"], Faults(json.ToJsonString()).Select(f => f.Field));
    }

    private static IReadOnlyList<FieldFault> Faults(string json) =>
        Assert.IsType<InvalidInput>(AttestationRules.Parse(json).Error).Faults;

    private static string With(string path, string value)
    {
        var root = JsonNode.Parse(BundledRuleSets.Order83N32)!;
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        var node = root;
        foreach (var step in steps[..^1])
        {
            node = step[0] == '[' ? node[Index(step)]! : node[step]!;
        }

        node[steps[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }

    private static int Index(string step) => int.Parse(step.Trim('[', ']'), System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static T? Name<T>(string? text)
        where T : struct, Enum => text is null ? null : Enum.Parse<T>(text, ignoreCase: true);
}
