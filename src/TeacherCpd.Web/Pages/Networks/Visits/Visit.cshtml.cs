using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Networks.Visits;
using TeacherCpd.Domain.Networks;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Collaboration;

namespace TeacherCpd.Web.Pages.Networks.Visits;

public sealed class VisitModel : AppPage
{
    public VisitView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Stage that is being written.</summary>
    [BindProperty(SupportsGet = true)]
    public VisitStageKind? Stage { get; set; }

    [BindProperty]
    public List<VisitNumberLine> Counts { get; set; } = [];

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public Guid? ResponsibleId { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Whether the form of a handler was just sent: it stays open with its errors.</summary>
    public bool IsOpen(string handler) => HttpMethods.IsPost(Request.Method) && string.Equals(Request.Query["handler"], handler, StringComparison.Ordinal);

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostCloseAsync() => SubmitAsync(
        new CloseVisitStageCommand(Id, Stage ?? default, [.. Counts.Select(c => new VisitNumber(c.Kind, c.Number))], Typed.Lines(Outcome)), _ => Go("visits.stage.closed"));

    public Task<IActionResult> OnPostEntrustAsync() => SubmitAsync(
        new EntrustVisitStageCommand(Id, Stage ?? default, ResponsibleId, DueOn), _ => Go("visits.entrusted"));

    public Task<IActionResult> OnPostSendAsync() => SubmitAsync(new SendVisitReportCommand(Id), told =>
    {
        Notice = T["visits.sent", told];
        return Redirect($"/visits/{Id}");
    });

    public Task<IActionResult> OnPostCancelAsync() => SubmitAsync(new CancelVisitCommand(Id, Typed.Lines(Why)), _ => Go("visits.cancelled"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetVisitQuery(Id), view => View = view);

    private RedirectResult Go(string notice)
    {
        Notice = T[notice];
        return Redirect($"/visits/{Id}");
    }
}

/// <summary>A number as it is typed.</summary>
public sealed class VisitNumberLine
{
    public VisitCountKind Kind { get; set; }

    public int? Number { get; set; }
}
