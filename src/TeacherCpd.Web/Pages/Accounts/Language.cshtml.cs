using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Accounts;

/// <summary>Switches the language and goes back to the same page.</summary>
public sealed class LanguageModel : PageModel
{
    public IActionResult OnGet(string? to, string? back)
    {
        if (Language.Of(to) is { } language)
        {
            Language.Remember(Response, language);
        }

        return Url.IsLocalUrl(back) ? LocalRedirect(back) : Redirect("/");
    }
}
