using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>The register. What is looked for names people, so it is sent in the form and never stands in the address.</summary>
public sealed class RegisterModel : AppPage
{
    public Paged<RegisterRow> View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public CertificateKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public CertificateStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public string? Text { get; set; }

    public PageLinks Links => new(View.Number, View.Pages, ("kind", Kind?.ToString()), ("status", Status?.ToString()));

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetCertificatesQuery(Text, Kind, Status, Number), view => View = view);
}
