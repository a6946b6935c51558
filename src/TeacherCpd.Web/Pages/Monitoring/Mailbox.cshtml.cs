using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Infrastructure.Mail;

namespace TeacherCpd.Web.Pages.Monitoring;

/// <summary>The mails that would have gone out, on a developer's machine; elsewhere there is no such page.</summary>
public sealed class MailboxModel(FolderMailbox mailbox, IWebHostEnvironment environment) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<FolderMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        Mails = (await mailbox.ListAsync(1, Shown, HttpContext.RequestAborted)).Mails;
        return Page();
    }
}
