using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.HelpDesk.Tickets;
using TeacherCpd.Domain.HelpDesk;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.HelpDesk;

/// <summary>A ticket with its answers.</summary>
public sealed class TicketModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Answer that is given often, put into the field to be edited.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Canned { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public bool SendAnyway { get; set; }

    public TicketView View { get; private set; } = null!;

    /// <summary>Whether what was typed looks as if a password stood in it.</summary>
    public bool SeemsToHoldPassword => PasswordInText.Seems(Words);

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        Words = View?.Canned.FirstOrDefault(c => c.Id == Canned)?.Text;
        return answer;
    }

    public Task<IActionResult> OnPostAnswerAsync() => SubmitAsync(new AnswerTicketCommand(Id, Words, SendAnyway), _ => Go("help.answered"));

    public Task<IActionResult> OnPostReopenAsync() => SubmitAsync(new ReopenTicketCommand(Id, Words, SendAnyway), _ => Go("help.reopened"));

    public Task<IActionResult> OnPostCloseAsync() => SubmitAsync(new CloseTicketCommand(Id), _ => Go("help.closed"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTicketQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/help/tickets/{Id}");
    }
}
