using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>What kind of value a rule has; it stays the same when the rule is edited.</summary>
public enum RuleValueKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A word, a code or a text.</summary>
    Text,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Several words or numbers.</summary>
    List,

    /// <summary>Nothing: the source is silent and whoever answers for the rules has to fill it in.</summary>
    Open,

    /// <summary>A condition on a workplace; changed by import only.</summary>
    Structure,
}

/// <summary>One value of an edition.</summary>
/// <param name="Path">Place, for example <c>sheets/teacher/rows/general/threshold/expert</c>; the same in every edition.</param>
/// <param name="Paragraph">Paragraph or appendix it comes from; empty where the edition names none.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Text">The value as it is typed; empty for <see cref="RuleValueKind.Open"/>.</param>
public sealed record RuleValue(string Path, string Paragraph, RuleValueKind Kind, string Text)
{
    /// <summary>Parts of the path.</summary>
    public IReadOnlyList<string> Parts => Path.Split('/');

    /// <summary>Section of the edition: the first part, and the sheet for a sheet.</summary>
    public string Section => RuleDocument.SectionOf(Path);
}

/// <summary>A remark that an edition carries beside its rules: an oddity of the source and how it is read.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Paragraph">Paragraph; empty where the edition names none.</param>
/// <param name="Text">The remark.</param>
public sealed record RuleNote(string Path, string Paragraph, string Text)
{
    /// <summary>Section of the edition.</summary>
    public string Section => RuleDocument.SectionOf(Path);
}

/// <summary>A rule that differs between two editions.</summary>
/// <param name="Path">Place.</param>
/// <param name="Paragraph">Paragraph in the later edition, or in the earlier where it is gone.</param>
/// <param name="Before">Value before; null where there was no such rule.</param>
/// <param name="After">Value after; null where there is none any more.</param>
public sealed record RuleChange(string Path, string Paragraph, string? Before, string? After)
{
    /// <summary>Parts of the path.</summary>
    public IReadOnlyList<string> Parts => Path.Split('/');
}

/// <summary>
/// An edition of the rules as people read and edit it: every value with its place and paragraph. What the values mean
/// together is <see cref="AttestationRules"/>; no edition is kept that those cannot be read from.
/// </summary>
public sealed class RuleDocument
{
    private const string ParagraphName = "paragraph";
    private const string NoteName = "note";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // they are columns of the edition, not rules
    private static readonly HashSet<string> Columns = ["code", "source", "validFrom", "validTo"];

    private readonly JsonNode root;
    private readonly List<RuleValue> values = [];
    private readonly List<RuleNote> notes = [];

    private RuleDocument(JsonNode root, AttestationRules rules)
    {
        this.root = root;
        Rules = rules;
        Walk(root, "", "");
    }

    /// <summary>The rules that the assessment uses.</summary>
    public AttestationRules Rules { get; }

    /// <summary>Every value, in the order of the edition.</summary>
    public IReadOnlyList<RuleValue> Values => values;

    /// <summary>Remarks beside the rules.</summary>
    public IReadOnlyList<RuleNote> Notes => notes;

    /// <summary>Printed thresholds that differ from the sum of their criteria, each at its path.</summary>
    public IReadOnlyList<FieldFault> Warnings => [.. Rules.Warnings.Select(w => w with { Field = PathOf(w.Field) })];

    /// <summary>Sections in their order.</summary>
    public IReadOnlyList<string> Sections => [.. values.Select(v => v.Section).Distinct()];

    /// <summary>Reads an edition.</summary>
    /// <param name="json">Its JSON.</param>
    /// <returns>The edition, or <see cref="InvalidInput"/> with every fault at its place.</returns>
    public static Result<RuleDocument> Read(string json)
    {
        var rules = AttestationRules.Parse(json);
        return rules.Error is { } error ? error : new RuleDocument(JsonNode.Parse(json)!, rules.Value);
    }

    /// <summary>The rules that differ, in the order of the later edition; those that are gone last.</summary>
    /// <param name="before">Earlier edition.</param>
    /// <param name="after">Later edition.</param>
    public static IReadOnlyList<RuleChange> Compare(RuleDocument before, RuleDocument after)
    {
        var earlier = before.values.ToDictionary(v => v.Path);
        var later = after.values.ToDictionary(v => v.Path);
        return
        [
            .. after.values
                .Where(v => !earlier.TryGetValue(v.Path, out var old) || old.Text != v.Text)
                .Select(v => new RuleChange(v.Path, v.Paragraph, earlier.GetValueOrDefault(v.Path)?.Text, v.Text)),
            .. before.values.Where(v => !later.ContainsKey(v.Path)).Select(v => new RuleChange(v.Path, v.Paragraph, v.Text, null)),
        ];
    }

    /// <summary>The edition with other values under another code.</summary>
    /// <param name="changes">New values by path; a value that is left as it was may be among them.</param>
    /// <param name="code">Code of the new edition.</param>
    /// <param name="source">Source of the new edition.</param>
    /// <returns>The edition, or <see cref="InvalidInput"/> with every fault at its path.</returns>
    public Result<RuleDocument> With(IReadOnlyDictionary<string, string> changes, string code, string source)
    {
        var copy = root.DeepClone();
        copy["code"] = code;
        copy["source"] = source;
        var faults = new List<FieldFault>();
        var known = values.ToDictionary(v => v.Path);
        foreach (var (path, text) in changes)
        {
            if (!known.TryGetValue(path, out var value))
            {
                faults.Add(new FieldFault(path, "rule_unknown", [path]));
            }
            else if (value.Text != text.Trim())
            {
                Set(copy, value, text.Trim(), faults);
            }
        }

        if (faults.Count > 0)
        {
            return new InvalidInput(faults);
        }

        var read = Read(copy.ToJsonString(Written));
        return read.Error is InvalidInput invalid
            ? new InvalidInput([.. invalid.Faults.Select(f => f with { Field = PathOf(f.Field) })])
            : read;
    }

    /// <summary>The edition as JSON, with the days that it is in force.</summary>
    public string ToJson(DateOnly? validFrom, DateOnly? validTo)
    {
        var copy = root.DeepClone();
        copy["validFrom"] = Text(validFrom);
        copy["validTo"] = Text(validTo);
        return copy.ToJsonString(Written);

        static JsonNode? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Section of the edition to which a path belongs: its first part, and the sheet for a sheet.</summary>
    public static string SectionOf(string path)
    {
        var parts = path.Split('/');
        return parts[0] == "sheets" && parts.Length > 1 ? $"{parts[0]}/{parts[1]}" : parts[0];
    }

    private void Walk(JsonNode? node, string path, string paragraph)
    {
        switch (node)
        {
            case JsonObject group:
                WalkGroup(group, path, group[ParagraphName] is JsonValue own ? own.ToString() : paragraph);
                break;
            case JsonArray list when list.Count > 0 && list.All(i => i is JsonObject o && o["code"] is JsonValue):
                foreach (var item in list)
                {
                    Walk(item, $"{path}/{item!["code"]}", paragraph);
                }

                break;
            case JsonArray list when list.Any(i => i is JsonObject or JsonArray):
                Keep(path, paragraph, RuleValueKind.Structure, list.ToJsonString());
                break;
            case JsonArray list:
                Keep(path, paragraph, RuleValueKind.List, string.Join(", ", list.Select(i => i?.ToString())));
                break;
            case null:
                Keep(path, paragraph, RuleValueKind.Open, "");
                break;
            default:
                Keep(path, paragraph, KindOf(node), node.ToString());
                break;
        }
    }

    private void WalkGroup(JsonObject group, string path, string paragraph)
    {
        foreach (var (name, child) in group)
        {
            var at = path.Length == 0 ? name : $"{path}/{name}";
            if (name == NoteName && child is JsonValue note)
            {
                notes.Add(new RuleNote(path, paragraph, note.ToString()));
            }
            else if (name is not (ParagraphName or "code") && !(path.Length == 0 && Columns.Contains(name)))
            {
                Walk(child, at, paragraph);
            }
        }
    }

    private void Keep(string path, string paragraph, RuleValueKind kind, string text) => values.Add(new RuleValue(path, paragraph, kind, text));

    private static RuleValueKind KindOf(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Number => RuleValueKind.Number,
        JsonValueKind.True or JsonValueKind.False => RuleValueKind.Flag,
        _ => RuleValueKind.Text,
    };

    private static void Set(JsonNode copy, RuleValue value, string text, List<FieldFault> faults)
    {
        var parts = value.Parts;
        var at = copy;
        foreach (var part in parts.SkipLast(1))
        {
            at = at is JsonArray list ? list.First(i => i!["code"]!.ToString() == part)! : at![part]!;
        }

        if (TryParse(at[parts[^1]], value.Kind, text, out var made))
        {
            at[parts[^1]] = made;
        }
        else
        {
            faults.Add(new FieldFault(value.Path, $"rule_{value.Kind.ToString().ToLowerInvariant()}_needed", []));
        }
    }

    // what has no value may get one of any kind; what has one may not lose it
    private static bool TryParse(JsonNode? before, RuleValueKind kind, string text, out JsonNode? made)
    {
        made = kind switch
        {
            RuleValueKind.Number => Number(text) is { } number ? JsonValue.Create(number) : null,
            RuleValueKind.Flag => bool.TryParse(text, out var flag) ? JsonValue.Create(flag) : null,
            RuleValueKind.Text => text.Length > 0 ? JsonValue.Create(text) : null,
            RuleValueKind.List => List(before!.AsArray(), text),
            RuleValueKind.Open => Number(text) is { } filled ? JsonValue.Create(filled) : JsonValue.Create(text),
            RuleValueKind.Structure => null,
        };
        return made is not null;
    }

    private static JsonArray List(JsonArray before, string text)
    {
        var numbers = before.Count > 0 && before.All(i => i!.GetValueKind() == JsonValueKind.Number);
        return [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(JsonNode? (t) => numbers && Number(t) is { } number ? JsonValue.Create(number) : JsonValue.Create(t))];
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // "sheets[0].rows[2].threshold.expert", as the reader names a place, becomes the path of the value where there is one
    private string PathOf(string place)
    {
        if (!place.Contains('[', StringComparison.Ordinal))
        {
            return place.Replace('.', '/');
        }

        return values.FirstOrDefault(v => Place(v) == place)?.Path ?? place;
    }

    private string Place(RuleValue value)
    {
        var place = "";
        JsonNode? at = root;
        foreach (var part in value.Parts)
        {
            if (at is JsonArray list)
            {
                var index = list.TakeWhile(i => i!["code"]!.ToString() != part).Count();
                place = string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]");
                at = list[index];
            }
            else
            {
                place = place.Length == 0 ? part : $"{place}.{part}";
                at = at![part];
            }
        }

        return place;
    }
}
