using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates.Batches;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>Certificates for whole groups, with their progress.</summary>
public sealed class BatchesModel : AppPage
{
    public BatchesView View { get; private set; } = null!;

    [BindProperty]
    public Guid? GroupId { get; set; }

    [BindProperty]
    public CertificateKind? Kind { get; set; }

    [BindProperty]
    public Guid BatchId { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new AskForBatchCommand(FormId, GroupId, Kind), _ => Back("batches.asked_for"));

    public Task<IActionResult> OnPostStopAsync() => SubmitAsync(new StopBatchCommand(BatchId), _ => Back("batches.stopped"));

    public Task<IActionResult> OnPostResumeAsync() => SubmitAsync(new ResumeBatchCommand(BatchId), _ => Back("batches.resumed"));

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetBatchesQuery(), view => View = view);

    private RedirectResult Back(string notice)
    {
        Notice = T[notice];
        return Redirect("/certificates/batches");
    }
}
