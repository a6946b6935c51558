using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Accounts.Outside;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Accounts;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts;

/// <summary>
/// Comes back from the outside provider. Who is linked is signed in; who is signed in is linked; everybody else proves once by the own password that the account
/// is theirs.
/// </summary>
public sealed class OutsideBackModel(SignInManager<Account> signIn, CurrentUser user, CurrentUserLoader loader, IMediator mediator, SignInSettings settings, OutsideRules rules) : AppPage
{
    public string Provider => rules.Name;

    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await MetAsync() is not { } met)
        {
            return Redirect("/sign-in?outside=failed");
        }

        if (user.PersonId is not null)
        {
            var linked = await SubmitAsync(new LinkOutsideIdentityCommand(met.Issuer, met.Subject, met.Iin, OutsideProof.SignedIn), _ => Redirect("/my/password"));
            await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
            Notice = linked is RedirectResult ? T["outside.linked", Provider] : null;
            return linked;
        }

        var answer = await mediator.Send(new MeetOutsideIdentityCommand(met.Issuer, met.Subject, met.Iin), HttpContext.RequestAborted);
        if (answer.Error is { } error)
        {
            await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
            ModelState.AddModelError("", T[error]);
            return await AgainAsync(StatusCodes.Status409Conflict);
        }

        return answer.Value is { } personId && await AccountOfAsync(personId) is { } account ? await EnterAsync(account) : await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await MetAsync() is not { } met)
        {
            return Redirect("/sign-in?outside=failed");
        }

        var iin = Iin.Parse(Input.Iin);
        if (iin.Error is { } wrong)
        {
            ModelState.AddModelError("Input.Iin", T[wrong]);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        var account = await signIn.UserManager.FindByNameAsync(iin.Value.Value);
        var outcome = account is null ? Microsoft.AspNetCore.Identity.SignInResult.Failed : await signIn.CheckPasswordSignInAsync(account, Input.Password ?? "", lockoutOnFailure: true);
        if (!outcome.Succeeded)
        {
            ModelState.AddModelError("Input.Password", T[outcome.IsLockedOut ? "sign_in.locked" : "sign_in.wrong"]);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        await loader.LoadAsync(account!.PersonId, HttpContext.RequestAborted);
        var linked = await SubmitAsync(new LinkOutsideIdentityCommand(met.Issuer, met.Subject, met.Iin, OutsideProof.Password), _ => Redirect("/"));
        return linked is RedirectResult ? await EnterAsync(account) : linked;
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTodayQuery(), _ => { });

    private async Task<OutsidePerson?> MetAsync() =>
        rules.IsOffered && (await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme)).Principal is { } principal ? OutsidePerson.Of(principal, settings.IinClaim) : null;

    private Task<Account?> AccountOfAsync(Guid personId) => signIn.UserManager.Users.SingleOrDefaultAsync(a => a.PersonId == personId, HttpContext.RequestAborted);

    private async Task<IActionResult> EnterAsync(Account account)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (await signIn.UserManager.IsLockedOutAsync(account))
        {
            ModelState.AddModelError("", T["sign_in.locked"]);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return Url.IsLocalUrl(Back) ? LocalRedirect(Back) : Redirect("/");
    }

    public sealed class Fields
    {
        public string? Iin { get; set; }

        public string? Password { get; set; }
    }
}
