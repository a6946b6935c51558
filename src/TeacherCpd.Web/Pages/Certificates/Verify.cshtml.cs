using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>For whoever holds a paper in hand: no account, no search, only the code.</summary>
[EnableRateLimiting(PublicLimits.Checks)]
public sealed class VerifyModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    /// <summary>The code from the form of this page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Typed { get; set; }

    public Verification? View { get; private set; }

    /// <summary>Whether the certificate holds and the time for which it was given is over.</summary>
    public bool IsOver =>
        View?.Certificate is { Status: CertificateStatus.Valid, ValidUntil: { } until } && until < HttpContext.RequestServices.GetRequiredService<TimeProvider>().Today();

    public async Task<IActionResult> OnGetAsync()
    {
        if (VerifyCertificateQuery.Normalise(Typed ?? "") is { Length: > 0 } typed)
        {
            return Redirect($"/verify/{Uri.EscapeDataString(typed)}");
        }

        // names of people: not for search engines
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (string.IsNullOrWhiteSpace(Code))
        {
            return Page();
        }

        var answer = await LoadAsync();
        if (answer is PageResult page && View?.Certificate is null)
        {
            page.StatusCode = StatusCodes.Status404NotFound;
        }

        return answer;
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new VerifyCertificateQuery(Code ?? ""), view => View = view);
}
