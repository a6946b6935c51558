using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Web.Pages.Studies;

/// <summary>The colour of each state: the same everywhere.</summary>
internal static class StudyChips
{
    /// <summary>Of a study.</summary>
    public static string Of(StudyStatus status) => status switch
    {
        StudyStatus.Open => "info",
        StudyStatus.Closed => "warn",
        StudyStatus.Published => "ok",
        _ => "",
    };

    /// <summary>Of a level.</summary>
    public static string Of(NeedLevel level) => level switch
    {
        NeedLevel.High => "ok",
        NeedLevel.Medium => "info",
        _ => "warn",
    };
}
