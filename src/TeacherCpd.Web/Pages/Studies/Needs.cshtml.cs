using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Studies;
using TeacherCpd.Application.Studies.Results;
using TeacherCpd.Domain.Studies;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Studies;

/// <summary>What a needs diagnosis found, and what is proposed.</summary>
public sealed class NeedsModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Competence? Competence { get; set; }

    [BindProperty(SupportsGet = true)]
    public NeedLevel? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Needs View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    /// <summary>One more row of proposals.</summary>
    public Task<IActionResult> OnPostProposeAsync(Competence competence, NeedLevel level, Guid programmeId) =>
        ChangeAsync(rows => [.. rows, new NeedRow(competence, level, programmeId)]);

    /// <summary>A row of proposals goes.</summary>
    public Task<IActionResult> OnPostDropAsync(Competence competence, NeedLevel level, Guid programmeId) =>
        ChangeAsync(rows => [.. rows.Where(r => r != new NeedRow(competence, level, programmeId))]);

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetNeedsQuery(Id, Competence, Level, P), view => View = view);

    private async Task<IActionResult> ChangeAsync(Func<IReadOnlyList<NeedRow>, IReadOnlyList<NeedRow>> change)
    {
        var answer = await LoadAsync();
        return View is null
            ? answer
            : await SubmitAsync(new ProposeProgrammesCommand(Id, change(View.Proposals)), _ =>
            {
                Notice = T["needs.proposals.saved"];
                return Redirect($"/studies/{Id}/needs");
            });
    }
}
