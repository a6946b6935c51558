using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks.Visits;

public sealed class NewTemplateModel : AppPage
{
    // days that the form offers; no source names any
    private const int DaysBetween = 14;

    public VisitTemplatesView View { get; private set; } = null!;

    [BindProperty]
    public VisitTemplateFields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync()
    {
        Input.Stages = [.. VisitStages.All.Select((kind, i) => new VisitStageLine { Kind = kind, DueAfterDays = (i + 1) * DaysBetween, Task = T[$"visits.task.{kind}"] })];
        return LoadAsync();
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new WriteVisitTemplateCommand(
            FormId, Input.OrganisationId ?? Guid.Empty, Input.Title, [.. Input.Stages.Select(s => new VisitStageWriting(s.Kind, s.DueAfterDays, s.Task))]),
        _ =>
        {
            Notice = T["visits.template.written"];
            return Redirect("/visits/templates");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVisitTemplatesQuery(), view => View = view);
}

/// <summary>The form of a template.</summary>
public sealed class VisitTemplateFields
{
    public Guid? OrganisationId { get; set; }

    public string? Title { get; set; }

    public List<VisitStageLine> Stages { get; set; } = [];
}

/// <summary>A stage as it is typed.</summary>
public sealed class VisitStageLine
{
    public VisitStageKind Kind { get; set; }

    public int? DueAfterDays { get; set; }

    public string? Task { get; set; }
}
