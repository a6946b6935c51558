using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Tests;

public sealed class IndexModel : AppPage
{
    /// <summary>What the import would change; null before it was compared.</summary>
    public IReadOnlyList<TestResultRow>? Rows { get; private set; }

    [BindProperty]
    public string? Text { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostCompareAsync() => SubmitAsync(new CompareTestResultsQuery(Text), rows =>
    {
        Rows = rows;
        return Page();
    });

    public Task<IActionResult> OnPostImportAsync() => SubmitAsync(new ImportTestResultsCommand(Text), written =>
    {
        Notice = T["tests.import.done", written];
        return Redirect("/attestation/tests");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCasesQuery(Domain.Attestation.AttestationCaseStatus.UnderReview, 1), _ => { });
}
