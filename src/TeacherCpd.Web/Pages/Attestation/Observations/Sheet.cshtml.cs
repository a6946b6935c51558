using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Observations;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Observations;

public sealed class SheetModel : AppPage
{
    public ObservationView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    // named, since without a field of that name a dictionary would otherwise take every field of the form
    [BindProperty(Name = nameof(Levels))]
    public Dictionary<int, int?> Levels { get; set; } = [];

    [BindProperty]
    public string? Recommendations { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    private IReadOnlyList<int?> Given => [.. Enumerable.Range(0, LessonObservation.MostIndicators).Select(i => Levels.GetValueOrDefault(i))];

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (View is not null)
        {
            Levels = View.Levels.Select((level, index) => (level, index)).ToDictionary(l => l.index, l => l.level);
            Recommendations = View.Recommendations;
        }

        return page;
    }

    public Task<IActionResult> OnPostSaveAsync() => SubmitAsync(new FillObservationCommand(Id, Given, Recommendations), _ => Back("observation.save.done"));

    public Task<IActionResult> OnPostSignAsync() => SubmitAsync(new SignObservationCommand(Id, Given, Recommendations), _ => Back("observation.sign.done"));

    public Task<IActionResult> OnPostDiscardAsync() => SubmitAsync(
        new DiscardObservationCommand(Id),
        _ =>
        {
            Notice = T["observation.discard.done"];
            return Redirect("/observations");
        });

    public Task<IActionResult> OnPostAcknowledgeAsync() => SubmitAsync(new AcknowledgeObservationCommand(Id, Answer), _ => Back("observation.acknowledge.done"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetObservationQuery(Id), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect($"/observations/{Id}");
    }
}
