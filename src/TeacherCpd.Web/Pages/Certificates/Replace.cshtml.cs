using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>Another certificate in the place of one.</summary>
public sealed class ReplaceModel : AppPage
{
    public CertificateView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CertificateReason? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? HolderName { get; set; }

    [BindProperty]
    public int? Hours { get; set; }

    [BindProperty]
    public DateOnly? StartedOn { get; set; }

    [BindProperty]
    public DateOnly? EndedOn { get; set; }

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty]
    public DateOnly? ValidUntil { get; set; }

    [BindProperty]
    public string? Grounds { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (View?.Facts is { } facts)
        {
            (HolderName, Hours, StartedOn, EndedOn, ValidFrom, ValidUntil, Grounds) =
                (facts.HolderName, facts.Hours, facts.StartedOn, facts.EndedOn, facts.ValidFrom, facts.ValidUntil, facts.Grounds);
        }

        return answer;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new ReplaceCertificateCommand(Id, Reason, Words ?? "", new CorrectedFacts(HolderName ?? "", Hours, StartedOn, EndedOn, ValidFrom, ValidUntil, Grounds)),
        next =>
        {
            Notice = T["register_page.replaced"];
            return Redirect($"/certificates/{next}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCertificateQuery(Id), view => View = view);
}
