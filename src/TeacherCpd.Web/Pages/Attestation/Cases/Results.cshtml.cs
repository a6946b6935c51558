using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cases;

public sealed class ResultsModel : AppPage
{
    public CaseView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? TestPercent { get; set; }

    [BindProperty]
    public DateOnly? TestOn { get; set; }

    // named, since without a field of that name a dictionary would otherwise take every field of the form
    [BindProperty(Name = nameof(Points))]
    public Dictionary<string, int?> Points { get; set; } = [];

    [BindProperty(Name = nameof(Reasons))]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (View is not null)
        {
            TestPercent = View.TestPercent;
            TestOn = View.Line.TestOn;

            // before anything is marked the claims stand there, to be confirmed or changed
            Points = View.Points.Count > 0
                ? View.Points.ToDictionary(p => p.Key, p => (int?)p.Value)
                : View.Sheet.Criteria.Where(c => c.Claimed is not null).ToDictionary(c => c.Number, c => c.Claimed);
            Reasons = View.Sheet.Criteria.ToDictionary(c => c.Number, c => (string?)c.Reason);
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new RecordResultsCommand(Id, TestPercent, TestOn, Points.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!.Value), Reasons.Where(r => r.Value is not null).ToDictionary(r => r.Key, r => r.Value!)),
        _ =>
        {
            Notice = T["attestation.results.done"];
            return Redirect($"/attestation/cases/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCaseQuery(Id), view => View = view);
}
