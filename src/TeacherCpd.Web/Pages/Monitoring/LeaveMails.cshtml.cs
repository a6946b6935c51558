using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Monitoring;

/// <summary>
/// To do without reminders, from a mail and without an account. Opening the page changes nothing, since mail programs open addresses by
/// themselves; the button does, and so does the post with which they answer for their readers (RFC 8058).
/// </summary>
[EnableRateLimiting(PublicLimits.Checks)]
public sealed class LeaveMailsModel : AppPage
{
    [BindProperty(SupportsGet = true, Name = "t")]
    public string? Token { get; set; }

    public bool IsLeft { get; private set; }

    // a mail program has no form; whoever has the token may
    protected override bool NeedsFormToken => false;

    public IActionResult OnGet()
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new LeaveMailsCommand(Token ?? ""), _ =>
    {
        IsLeft = true;
        return Page();
    });

    protected override Task<IActionResult> LoadAsync() => Task.FromResult<IActionResult>(Page());
}
