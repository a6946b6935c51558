using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.HelpDesk;

/// <summary>How states and times of tickets look: the same everywhere.</summary>
internal static class HelpChips
{
    /// <summary>Colour of a state.</summary>
    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.Open => "info",
        TicketStatus.Answered => "ok",
        _ => "",
    };

    /// <summary>Working minutes in words; a dash for none.</summary>
    public static string Worked(this PageTexts texts, int? minutes) => minutes is not { } all ? "—" : texts["help.worked", all / 60, all % 60];
}
