using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Domain.Testing;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Cases;

/// <summary>Appeals against tasks of the knowledge test, as the testing centre tells them.</summary>
public sealed class TestAppealsModel : AppPage
{
    public TestAppeals View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Task { get; set; }

    [BindProperty]
    public AppealGround? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public DateOnly? FiledOn { get; set; }

    /// <summary>Appeal of which the outcome is recorded.</summary>
    [BindProperty]
    public Guid AppealId { get; set; }

    [BindProperty]
    public bool IsUpheld { get; set; }

    [BindProperty]
    public DateOnly? DecidedOn { get; set; }

    [BindProperty]
    public int? PercentAfter { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        FiledOn = View?.TestOn;
        return page;
    }

    public Task<IActionResult> OnPostRecordAsync() => SubmitAsync(new RecordTestAppealCommand(Id, Task, Ground, Reason, FiledOn), _ => Go("test_appeals.recorded"));

    public Task<IActionResult> OnPostOutcomeAsync() => SubmitAsync(
        new RecordTestAppealOutcomeCommand(Id, AppealId, IsUpheld, DecidedOn, PercentAfter), _ => Go("test_appeals.outcome_recorded"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTestAppealsQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/attestation/cases/{Id}/test-appeals");
    }
}
