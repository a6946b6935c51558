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

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (View is not null)
        {
            TestPercent = View.TestPercent;
            TestOn = View.Line.TestOn;
            Points = View.Points.ToDictionary(p => p.Key, p => (int?)p.Value);
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new RecordResultsCommand(Id, TestPercent, TestOn, Points.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!.Value)),
        _ =>
        {
            Notice = T["attestation.results.done"];
            return Redirect($"/attestation/cases/{Id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCaseQuery(Id), view => View = view);
}
