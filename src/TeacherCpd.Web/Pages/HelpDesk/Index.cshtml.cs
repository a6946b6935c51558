using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TeacherCpd.Application.HelpDesk.Tickets;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.HelpDesk;

/// <summary>A question to the help desk, from anybody, and the own tickets of whoever is signed in.</summary>
[EnableRateLimiting(PublicLimits.Asks)]
public sealed class IndexModel : AppPage
{
    public MyTickets View { get; private set; } = null!;

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Whether what was typed looks as if a password stood in it.</summary>
    public bool SeemsToHoldPassword => PasswordInText.Seems(Input.Words);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() =>
        SubmitAsync(new AskHelpCommand(FormId, Input.Subject, Input.Words, T.Language, Input.Name, Input.Contact, Input.SendAnyway), number =>
        {
            Notice = T["help.asked", number];
            return Redirect("/help");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyTicketsQuery(), view => View = view);

    public sealed class Fields
    {
        public TicketSubject Subject { get; set; }

        public string? Words { get; set; }

        public string? Name { get; set; }

        public string? Contact { get; set; }

        public bool SendAnyway { get; set; }
    }
}
