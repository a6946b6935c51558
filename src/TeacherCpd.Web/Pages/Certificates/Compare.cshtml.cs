using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>Whether a file is the one that was issued; for everybody. The file is compared and not kept.</summary>
[EnableRateLimiting(PublicLimits.Files)]
public sealed class CompareModel : AppPage
{
    // a certificate with its appendix has some hundred kilobytes
    private const int MostBytes = 5 * 1024 * 1024;

    public FileComparison? Outcome { get; private set; }

    public Verification? View { get; private set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (Upload is not { Length: > 0 and <= MostBytes })
        {
            ModelState.AddModelError(nameof(Upload), T["compare.no_file"]);
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity);
        }

        using var content = new MemoryStream((int)Upload.Length);
        await Upload.CopyToAsync(content, HttpContext.RequestAborted);
        await ShowAsync(new CompareFileQuery(string.IsNullOrWhiteSpace(Code) ? null : Code, content.ToArray()), outcome => Outcome = outcome);
        return Outcome?.Code is { } code ? await ShowAsync(new VerifyCertificateQuery(code), view => View = view) : Page();
    }

    protected override Task<IActionResult> LoadAsync() => Task.FromResult<IActionResult>(Page());
}
