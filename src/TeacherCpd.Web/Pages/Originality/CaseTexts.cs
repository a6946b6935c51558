using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

/// <summary>The steps of a case in words.</summary>
internal static class CaseTexts
{
    /// <summary>What happened.</summary>
    public static string Title(CaseStep step, PageTexts texts) => step switch
    {
        { Kind: CaseStepKind.Threshold, Permille: { } permille } => texts["originality.step.threshold", texts.Percent(permille)],
        { Kind: CaseStepKind.Notice, Value: { } about, State: { } state } => texts["originality.step.notice", about, state],
        { Value: { } value } => $"{texts[step.Kind]}: {texts[value]}",
        _ => texts[step.Kind],
    };
}
