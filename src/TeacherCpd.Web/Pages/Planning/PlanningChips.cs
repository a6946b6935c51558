using TeacherCpd.Domain.Planning;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Planning;

/// <summary>The colour of each state, and findings in words.</summary>
internal static class PlanningChips
{
    /// <summary>Of an item.</summary>
    public static string Of(PlanItemStatus status) => status switch
    {
        PlanItemStatus.Planned => "info",
        PlanItemStatus.Moved => "warn",
        PlanItemStatus.Done => "ok",
        _ => "",
    };

    /// <summary>Days as people write them.</summary>
    public static string Days(PageTexts texts, Window window) => window.IsOneDay ? texts.Day(window.From) : $"{texts.Day(window.From)} – {texts.Day(window.To)}";

    /// <summary>A finding in words.</summary>
    public static string Words(PageTexts texts, PlanFinding finding) => texts[$"planning.finding.{finding.Kind}", finding.Row, finding.Words, finding.Other];

    /// <summary>Whether a finding is no more than a note.</summary>
    public static bool IsNote(PlanFinding finding) => finding.Kind is PlanFindingKind.NobodyResponsible or PlanFindingKind.Shortened or PlanFindingKind.NumberGap;
}
