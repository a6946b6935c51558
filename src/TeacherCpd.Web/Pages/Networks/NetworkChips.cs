using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Web.Pages.Networks;

/// <summary>The colour of each state.</summary>
internal static class NetworkChips
{
    /// <summary>Of a list.</summary>
    public static string Of(NetworkListStatus status) => status switch
    {
        NetworkListStatus.Approved => "ok",
        NetworkListStatus.Draft => "info",
        _ => "",
    };

    /// <summary>Of an event.</summary>
    public static string Of(CoachEventStatus status) => status switch
    {
        CoachEventStatus.Held => "ok",
        CoachEventStatus.Planned => "info",
        _ => "",
    };

    /// <summary>Of a visit.</summary>
    public static string Of(SchoolVisitStatus status) => status switch
    {
        SchoolVisitStatus.Sent => "ok",
        SchoolVisitStatus.Running => "info",
        _ => "",
    };
}
