using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Accounts.Outside;
using TeacherCpd.Infrastructure.Accounts;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts;

public sealed class MyPasswordModel(SignInManager<Account> signIn) : AppPage
{
    public MyPassword View { get; private set; } = null!;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await SubmitAsync(new ChangeMyPasswordCommand(Input.Current ?? "", Input.Chosen ?? ""), _ => Redirect("/"));
        if (answer is RedirectResult && await signIn.UserManager.GetUserAsync(User) is { } account)
        {
            // every browser is signed out by the new password, but this one goes on
            await signIn.RefreshSignInAsync(account);
            Notice = T["my_password.done"];
        }

        return answer;
    }

    public Task<IActionResult> OnPostUnlinkAsync(Guid identityId)
    {
        ModelState.Clear();
        return SubmitAsync(new UnlinkOutsideIdentityCommand(identityId), _ =>
        {
            Notice = T["outside.unlinked"];
            return Redirect("/my/password");
        });
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyPasswordQuery(), view => View = view);

    public sealed class Fields
    {
        public string? Current { get; set; }

        public string? Chosen { get; set; }
    }
}
