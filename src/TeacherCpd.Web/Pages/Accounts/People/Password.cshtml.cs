using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts.People;

public sealed class PasswordModel : AppPage
{
    public PersonView View { get; private set; } = null!;

    /// <summary>The new password; it stands in this one answer and is kept nowhere.</summary>
    public string? OneTimePassword { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await SubmitAsync(new ResetPasswordCommand(Id), given =>
        {
            OneTimePassword = given.Password;
            return Page();
        });
        return OneTimePassword is null ? answer : await LoadAsync();
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetPersonQuery(Id), view => View = view);
}
