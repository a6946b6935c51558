using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>A rule that decided: its paragraph, a stable code and the values of its text.</summary>
/// <param name="Paragraph">Paragraph or appendix of the order, for example <c>39(1)</c> or <c>App.12</c>; empty for none.</param>
/// <param name="Code">Stable code in snake_case; what is missing is <c>needs:FIELD</c>.</param>
/// <param name="Args">Values: texts, numbers, dates, and <see cref="ReasonName"/> for what has a name in each language.</param>
public sealed record Reason(string Paragraph, string Code, IReadOnlyList<object> Args)
{
    /// <summary>The text in a language, values filled in.</summary>
    public string Text(Language language) => ReasonTexts.Text(this, language);

    internal static Reason Of(string paragraph, string code, params object[] args) => new(paragraph, code, args);

    /// <summary>Something has to be known before the rule can decide.</summary>
    internal static Reason Needs(string paragraph, string field) =>
        new(paragraph, $"{ReasonCodes.Needs}:{field}", [new ReasonName($"field.{field}")]);
}

/// <summary>A value that has a name in each language.</summary>
/// <param name="Key">Key of the name, for example <c>category.expert</c>.</param>
public sealed record ReasonName(string Key)
{
    internal static ReasonName Category(string code) => new($"category.{code}");
}
