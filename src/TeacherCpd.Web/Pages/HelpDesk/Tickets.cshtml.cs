using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.HelpDesk.Tickets;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.HelpDesk;

/// <summary>The queue of the help desk.</summary>
public sealed class TicketsModel : AppPage
{
    /// <summary>Stands for every state.</summary>
    public const string All = "All";

    public TicketQueue Queue { get; private set; } = null!;

    /// <summary>State by its name, or <see cref="All"/>; where nothing is said, what waits for an answer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    /// <summary>The state that is shown; null for all.</summary>
    public TicketStatus? Shown => Status == All ? null : Enum.TryParse<TicketStatus>(Status, out var status) && Enum.IsDefined(status) ? status : TicketStatus.Open;

    [BindProperty(SupportsGet = true)]
    public TicketSubject? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTicketsQuery(Shown, Subject, P), queue => Queue = queue);
}
