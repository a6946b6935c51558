using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TeacherCpd.Web.Pages;

/// <summary>Any answer without a page of its own: not found, not allowed, too large, failed.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string Kind { get; private set; } = "500";

    public void OnGet(int? code) => Say(code);

    public void OnPost(int? code) => Say(code);

    private void Say(int? code) => Kind = code switch
    {
        null or 500 => "500",
        404 or 403 or 413 or 429 => $"{code}",
        _ => "other",
    };
}
