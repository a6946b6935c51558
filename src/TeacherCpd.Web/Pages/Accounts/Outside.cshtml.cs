using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Application.Accounts.Outside;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts;

/// <summary>Leads to the outside provider. A link and no form: what a form leads to may only be of this site.</summary>
public sealed class OutsideModel(OutsideRules rules) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!rules.IsOffered)
        {
            return NotFound();
        }

        var then = Url.IsLocalUrl(Back) ? $"/sign-in/outside/back?back={Uri.EscapeDataString(Back)}" : "/sign-in/outside/back";
        try
        {
            await HttpContext.ChallengeAsync(OutsideSignIn.Scheme, new AuthenticationProperties { RedirectUri = then });
            return new EmptyResult();
        }
        catch (InvalidOperationException)
        {
            // the provider does not answer; the password still opens the door
            return Redirect("/sign-in?outside=failed");
        }
    }
}
