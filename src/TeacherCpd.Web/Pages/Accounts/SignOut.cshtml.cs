using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Infrastructure.Accounts;

namespace TeacherCpd.Web.Pages.Accounts;

public sealed class SignOutModel(SignInManager<Account> signIn, IAntiforgery antiforgery) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
        {
            return BadRequest();
        }

        await signIn.SignOutAsync();
        return Redirect("/");
    }
}
