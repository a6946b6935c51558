using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.OwnEvidence;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class CaseEvidenceModel : AppPage
{
    public CaseEvidenceForm View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid ItemId { get; set; }

    [BindProperty]
    public string? Criterion { get; set; }

    // named, since without a field of that name a dictionary would otherwise take every field of the form
    [BindProperty(Name = nameof(Points))]
    public Dictionary<string, int?> Points { get; set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (View is not null)
        {
            // what the records say is there to be taken; nothing is claimed before it is saved
            Points = View.Sheet.Criteria.ToDictionary(
                c => c.Number,
                c => c.Claimed ?? (c.Evidence.Count > 0 && View.Suggested.TryGetValue(c.Number, out var suggested) ? suggested : null));
        }

        return page;
    }

    public Task<IActionResult> OnPostPutAsync() => SubmitAsync(new PutEvidenceCommand(Id, ItemId, Criterion), _ => Back("case_evidence.put.done"));

    public Task<IActionResult> OnPostOutAsync() => SubmitAsync(new TakeEvidenceOutCommand(Id, ItemId), _ => Back("case_evidence.out.done"));

    public Task<IActionResult> OnPostClaimAsync() => SubmitAsync(
        new ClaimPointsCommand(Id, Points.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!.Value)),
        _ => Back("case_evidence.claim.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCaseEvidenceQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/my/cases/{Id}/evidence");
    }
}
