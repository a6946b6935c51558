using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Assessment.Examples;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Assessment;

/// <summary>An assessor's own standard.</summary>
public sealed class StandardModel : AppPage
{
    [BindProperty]
    public Guid ExampleId { get; set; }

    [BindProperty]
    public Guid ReportId { get; set; }

    public MyStandard View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostPractiseAsync() => SubmitAsync(new TakePracticeCommand(FormId, ExampleId), sheetId => Redirect($"/assessment/{sheetId}"));

    public Task<IActionResult> OnPostReadAsync() => SubmitAsync(new NoteMarkingReportCommand(ReportId), _ =>
    {
        Notice = T["standard.report.was_read"];
        return Redirect("/assessment/standard");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyStandardQuery(), view => View = view);
}

/// <summary>Says in words which way levels differ.</summary>
internal static class StandardWords
{
    public static string Severity(PageTexts texts, MarkingFigures figures) =>
        texts[figures.IsSevere ? "standard.severe" : figures.SeverityPermille switch { > 0 => "standard.lower", < 0 => "standard.higher", _ => "standard.even" }];

    public static string Tendency(PageTexts texts, int steps) =>
        texts[steps switch { > 0 => "standard.lower.by", < 0 => "standard.higher.by", _ => "standard.even" }, Math.Abs(steps)];
}
