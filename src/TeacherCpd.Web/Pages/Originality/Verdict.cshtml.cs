using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

public sealed class VerdictModel : AppPage
{
    public OriginalityCaseView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid CaseId { get; set; }

    [BindProperty(SupportsGet = true)]
    public OriginalityVerdict Value { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    public Task<IActionResult> OnGetAsync() => ModelState.IsValid ? LoadAsync() : Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new DecideOriginalityCaseCommand(CaseId, Value, Reasons ?? ""), _ =>
    {
        Notice = T["originality.case.decide.done"];
        return Redirect($"/originality/cases/{CaseId}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetOriginalityCaseQuery(CaseId), view => View = view);
}
