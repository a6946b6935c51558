using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class RuleDocumentTests
{
    private const string Threshold = "sheets/teacher/rows/general/threshold/expert";

    private readonly RuleDocument bundled = RuleDocument.Read(BundledRuleSets.Order83N32).Value;

    [Theory]
    [InlineData("term/years/head", "26", RuleValueKind.Number, "3")]
    [InlineData("testExemptions/language/others/levels/expert", "56", RuleValueKind.Text, "C1")]
    [InlineData("sequence/oneStepAtATime", "5", RuleValueKind.Flag, "true")]
    [InlineData("legacy/claims/first", "10", RuleValueKind.List, "expert, researcher")]
    [InlineData("windows/application", "58", RuleValueKind.Open, "")]
    [InlineData(Threshold, "App.12", RuleValueKind.Number, "84")]
    [InlineData("sheets/teacher/criteria/1.2/points/master", "App.12", RuleValueKind.Number, "91")]
    public void EveryValue_StandsAtItsPathWithItsParagraph(string path, string paragraph, RuleValueKind kind, string text) => Assert.Equal(
        new RuleValue(path, paragraph, kind, text), Assert.Single(bundled.Values, v => v.Path == path));

    [Fact]
    public void NoPathStandsTwice() => Assert.Equal(bundled.Values.Count, bundled.Values.Select(v => v.Path).Distinct().Count());

    [Fact]
    public void AnEditedEdition_DiffersInThatRuleOnly_AndTheOtherStays()
    {
        var edited = With(Threshold, " 90 ").Value;

        Assert.Equal(new RuleChange(Threshold, "App.12", "84", "90"), Assert.Single(RuleDocument.Compare(bundled, edited)));
        Assert.Equal(90, edited.Rules.SheetFor(Ladder.Teacher, new Workplace(EducationType.School))!.Row.Threshold["expert"]);
        Assert.Equal(84, bundled.Rules.SheetFor(Ladder.Teacher, new Workplace(EducationType.School))!.Row.Threshold["expert"]);
        Assert.Equal(("X/2", "Order"), (edited.Rules.Code, edited.Rules.Source));
    }

    [Theory]
    [InlineData("testExemptions/language/ielts/master", "7,5", "7.5")]
    [InlineData("legacy/claims/second", "moderator", "moderator")]
    [InlineData("sequence/oneStepAtATime", "false", "false")]
    [InlineData("windows/application", "2027-02-10", "2027-02-10")]
    [InlineData("originality/mostSimilarityPercent", "20", "20")]
    public void EveryKindOfValue_CanBeTyped(string path, string typed, string kept) =>
        Assert.Equal(kept, With(path, typed).Value.Values.Single(v => v.Path == path).Text);

    [Theory]
    [InlineData(Threshold, "viel", "rule_number_needed")]
    [InlineData(Threshold, "", "rule_number_needed")]
    [InlineData(Threshold, "-1", "whole_number_needed")]
    [InlineData("sequence/oneStepAtATime", "perhaps", "rule_flag_needed")]
    [InlineData("testExemptions/language/others/levels/expert", "C9", "unknown_value")]
    [InlineData("no/such/rule", "1", "rule_unknown")]
    public void WhatCannotBe_IsRefusedAtItsPath(string path, string typed, string code)
    {
        var fault = Assert.Single(Assert.IsType<InvalidInput>(With(path, typed).Error).Faults);

        Assert.Equal((path, code), (fault.Field, fault.Code));
    }

    [Fact]
    public void WhatIsGone_IsToldToo()
    {
        var root = JsonNode.Parse(BundledRuleSets.Order83N32)!;
        root.AsObject().Remove("originality");
        var after = RuleDocument.Read(root.ToJsonString()).Value;

        Assert.Equal(new RuleChange("originality/mostSimilarityPercent", "", "", null), Assert.Single(RuleDocument.Compare(bundled, after)));
        Assert.Empty(RuleDocument.Compare(bundled, bundled));
    }

    [Fact]
    public void TheDeputiesSheet_KeepsWhatIsPrinted_AndSaysWhatTheCriteriaAddUpTo() => Assert.Equal(
        [("sheets/deputy/rows/general/threshold/deputy_cat2", 47, 48), ("sheets/deputy/rows/general/threshold/deputy_cat1", 61, 63)],
        bundled.Warnings.Where(w => w.Field.StartsWith("sheets/deputy/rows/general/", StringComparison.Ordinal)).Select(w => (w.Field, (int)w.Args[0]!, (int)w.Args[1]!)));

    [Fact]
    public void AFileMadeOfAnEdition_IsTheSameEdition()
    {
        var again = RuleDocument.Read(bundled.ToJson(new DateOnly(2025, 3, 10), null)).Value;

        Assert.Empty(RuleDocument.Compare(bundled, again));
        Assert.Equal(new DateOnly(2025, 3, 10), again.Rules.ValidFrom);
    }

    // Whatever the schema calls required, the rules cannot be read without; so nothing is asked for in vain.
    [Fact]
    public void TheSchema_AsksForNothingThatTheRulesCanDoWithout()
    {
        using var schema = JsonDocument.Parse(BundledRuleSets.Schema);
        var paths = Required(schema.RootElement, "").ToList();

        Assert.True(paths.Count > 60);
        Assert.DoesNotContain(paths, path => Without(path) is { } json && AttestationRules.Parse(json).IsOk);
    }

    [Fact]
    public void TheSchema_HoldsForTheBundledEdition()
    {
        using var schema = JsonDocument.Parse(BundledRuleSets.Schema);
        using var edition = JsonDocument.Parse(BundledRuleSets.Order83N32);

        Assert.Empty(Faults(schema.RootElement, schema.RootElement, edition.RootElement, ""));
    }

    [Fact]
    public void TheSchema_RefusesAWrongThreshold()
    {
        using var schema = JsonDocument.Parse(BundledRuleSets.Schema);
        using var edition = JsonDocument.Parse(BundledRuleSets.Order83N32.Replace("\"moderator\": 60,", "\"moderator\": 600,", StringComparison.Ordinal));

        Assert.Contains("/test/thresholds/teacher/percent/moderator", Faults(schema.RootElement, schema.RootElement, edition.RootElement, ""));
    }

    private Result<RuleDocument> With(string path, string text) => bundled.With(new Dictionary<string, string> { [path] = text }, "X/2", "Order");

    private static IEnumerable<string> Required(JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("properties", out var properties))
        {
            yield break;
        }

        foreach (var name in schema.GetProperty("required").EnumerateArray())
        {
            yield return $"{path}/{name.GetString()}";
        }

        foreach (var property in properties.EnumerateObject())
        {
            foreach (var inner in Required(property.Value, $"{path}/{property.Name}"))
            {
                yield return inner;
            }
        }
    }

    private static string? Without(string path)
    {
        var root = JsonNode.Parse(BundledRuleSets.Order83N32)!;
        var parts = path[1..].Split('/');
        var at = root;
        foreach (var part in parts[..^1])
        {
            if (at[part] is not { } next)
            {
                return null;
            }

            at = next;
        }

        return at.AsObject().Remove(parts[^1]) ? root.ToJsonString() : null;
    }

    // the part of JSON schema that the schema uses
    private static List<string> Faults(JsonElement root, JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(t => Is(t, value)))
        {
            return [path];
        }

        var wrong = new List<string>();
        if ((schema.TryGetProperty("enum", out var list) && !list.EnumerateArray().Any(e => e.ValueEquals(value.GetString())))
            || (value.ValueKind == JsonValueKind.Number && schema.TryGetProperty("minimum", out var least) && value.GetDecimal() < least.GetDecimal())
            || (value.ValueKind == JsonValueKind.Number && schema.TryGetProperty("maximum", out var most) && value.GetDecimal() > most.GetDecimal()))
        {
            wrong.Add(path);
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            wrong.AddRange(value.EnumerateArray().SelectMany((v, i) => Faults(root, items, v, $"{path}/{i}")));
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return wrong;
        }

        if (schema.TryGetProperty("required", out var required))
        {
            wrong.AddRange(required.EnumerateArray().Select(r => r.GetString()!).Where(r => !value.TryGetProperty(r, out _)).Select(r => $"{path}/{r}"));
        }

        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var own))
            {
                wrong.AddRange(Faults(root, own, member.Value, $"{path}/{member.Name}"));
            }
            else if (schema.TryGetProperty("additionalProperties", out var others))
            {
                wrong.AddRange(Faults(root, others, member.Value, $"{path}/{member.Name}"));
            }
        }

        return wrong;
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
