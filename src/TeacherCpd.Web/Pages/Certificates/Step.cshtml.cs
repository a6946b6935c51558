using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>One step with a certificate, explained before it is taken.</summary>
public sealed class StepModel : AppPage
{
    public CertificateView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Step { get; set; } = "";

    [BindProperty]
    public CertificateReason? Reason { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public CertificateStepKind Kind => Step switch
    {
        "suspend" => CertificateStepKind.Suspended,
        "restore" => CertificateStepKind.Restored,
        _ => CertificateStepKind.Revoked,
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync()
    {
        ICommand<Done> command = Kind switch
        {
            CertificateStepKind.Suspended => new SuspendCertificateCommand(Id, Reason, Words ?? ""),
            CertificateStepKind.Restored => new RestoreCertificateCommand(Id, Reason, Words ?? ""),
            _ => new RevokeCertificateCommand(Id, Reason, Words ?? ""),
        };
        return SubmitAsync(command, _ =>
        {
            Notice = T["register_page.step.done"];
            return Redirect($"/certificates/{Id}");
        });
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCertificateQuery(Id), view => View = view);
}
