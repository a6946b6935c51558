using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment.Examples;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment.Moderation;

/// <summary>The common standard: examples, whom they hold back, reports of assessors.</summary>
public sealed class StandardModel : AppPage
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public ClearFields Clear { get; set; } = new();

    [BindProperty]
    public Guid ExampleId { get; set; }

    public StandardView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostProposeAsync() => SubmitAsync(
        new ProposeExampleCommand(FormId, Input.ListenerCode ?? "", Input.Use, Input.Tolerance, Input.AgreedWith ?? ""),
        sheetId => Redirect($"/assessment/{sheetId}"));

    public Task<IActionResult> OnPostRetireAsync() => SubmitAsync(new RetireExampleCommand(ExampleId), _ => Back("standard.retired"));

    public Task<IActionResult> OnPostClearAsync() => SubmitAsync(
        new ClearAssessorCommand(Clear.AssessorId, Clear.RubricId, Clear.Note ?? ""), _ => Back("standard.cleared"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetStandardQuery(), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect("/moderation/standard");
    }

    public sealed class Fields
    {
        public string? ListenerCode { get; set; }

        public ExampleUse Use { get; set; }

        public int Tolerance { get; set; } = 1;

        public string? AgreedWith { get; set; }
    }

    public sealed class ClearFields
    {
        public Guid AssessorId { get; set; }

        public Guid RubricId { get; set; }

        public string? Note { get; set; }
    }
}
