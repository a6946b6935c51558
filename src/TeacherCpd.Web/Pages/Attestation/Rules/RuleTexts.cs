using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

/// <summary>How rules are named on pages.</summary>
public static class RuleTexts
{
    // a condition fits in a row; the text of whole sheets does not
    private const int LongestShown = 1000;

    /// <summary>Name of a part of a path or of a coded value; the code itself where it is one that people write, as a criterion.</summary>
    public static string RulePart(this PageTexts texts, string part) =>
        ReasonTexts.Name($"category.{part}", texts.Language) is var category && category != part ? category
        : TextCatalogue.Has($"rule.{part}") ? texts[$"rule.{part}"]
        : part;

    /// <summary>Name of a rule: its parts from the general to the particular.</summary>
    public static string Rule(this PageTexts texts, IEnumerable<string> parts) => string.Join(" › ", parts.Select(p => texts.RulePart(p)));

    /// <summary>Name of a section.</summary>
    public static string Section(this PageTexts texts, string section) => texts.Rule(section.Split('/'));

    /// <summary>Name of a rule within its section.</summary>
    public static string RuleInSection(this PageTexts texts, RuleValue value) =>
        value.Path == value.Section ? texts.Section(value.Section) : texts.Rule(value.Path[(value.Section.Length + 1)..].Split('/'));

    /// <summary>A value as people read it.</summary>
    public static string RuleValue(this PageTexts texts, RuleValueKind kind, string text) => kind switch
    {
        RuleValueKind.Open => texts["rules.open"],
        RuleValueKind.Flag => texts[text == "true" ? "rules.yes" : "rules.no"],
        RuleValueKind.List => text.Length == 0 ? texts["rules.empty_list"] : string.Join(", ", text.Split(", ").Select(part => texts.RulePart(part))),
        RuleValueKind.Structure when text.Length > LongestShown => texts["rules.structure", text.Length],
        RuleValueKind.Text => texts.RulePart(text),
        _ => text,
    };
}
