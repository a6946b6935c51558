using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cycles;

public sealed class CycleModel : AppPage
{
    public CycleView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? Applications { get; set; }

    [BindProperty]
    public DateOnly? Test { get; set; }

    [BindProperty]
    public DateOnly? Review { get; set; }

    [BindProperty]
    public DateOnly? Sittings { get; set; }

    [BindProperty]
    public DateOnly? Orders { get; set; }

    [BindProperty]
    public DateOnly? Close { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        if (View is not null)
        {
            var days = View.Dates;
            (Applications, Test, Review, Sittings, Orders, Close) = (days.Applications, days.Test, days.Review, days.Sittings, days.Orders, days.Close);
        }

        return page;
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new ChangeCycleDatesCommand(Id, Applications, Test, Review, Sittings, Orders, Close), _ =>
    {
        Notice = T["cycles.change.done"];
        return Redirect($"/attestation/cycles/{Id}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCycleQuery(Id), view => View = view);
}
