using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Attestation.Rules;

namespace TeacherCpd.Web.Pages.Attestation;

/// <summary>How categories and places in the order are named on pages.</summary>
public static class AttestationTexts
{
    private const string Appendix = "App.";

    /// <summary>Name of a category; words for none where there is none.</summary>
    public static string Category(this PageTexts texts, string? code) =>
        code is null ? texts["attestation.none"] : ReasonTexts.Name($"category.{code}", texts.Language);

    /// <summary>A criterion of a sheet: its number, and its name where the edition gives one.</summary>
    public static string Criterion(this PageTexts texts, string number, string? label) =>
        label is null ? texts["attestation.results.criterion", number] : $"{number} {texts.RulePart(label)}";

    /// <summary>A paragraph or an appendix of the order; empty for none.</summary>
    public static string Paragraph(this PageTexts texts, string paragraph) => paragraph switch
    {
        "" => "",
        _ when paragraph.StartsWith(Appendix, StringComparison.Ordinal) => texts["attestation.appendix", paragraph[Appendix.Length..]],
        _ => texts["attestation.paragraph", paragraph],
    };
}
