using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Accounts.Outside;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Infrastructure.Accounts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts;

public sealed class SignInModel(SignInManager<Account> signIn, OutsideRules outside) : AppPage
{
    /// <summary>What people call the outside provider; empty where none is set.</summary>
    public string Provider => outside.Name;

    /// <summary>Where signing in through it begins.</summary>
    public string OutsideAddress => Back is { Length: > 0 } back ? $"/sign-in/outside?back={Uri.EscapeDataString(back)}" : "/sign-in/outside";

    /// <summary>What came of signing in outside; null where nobody did.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Outside { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var iin = Iin.Parse(Input.Iin);
        if (iin.Error is { } wrong)
        {
            ModelState.AddModelError("Input.Iin", T[wrong]);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        var outcome = await signIn.PasswordSignInAsync(iin.Value.Value, Input.Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (!outcome.Succeeded)
        {
            ModelState.AddModelError("Input.Password", T[outcome.IsLockedOut ? "sign_in.locked" : "sign_in.wrong"]);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        return Url.IsLocalUrl(Back) ? LocalRedirect(Back) : Redirect("/");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTodayQuery(), _ => { });

    public sealed class Fields
    {
        public string? Iin { get; set; }

        public string? Password { get; set; }
    }
}
