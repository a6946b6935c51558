using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>What was observed after a course, added to its certificate.</summary>
public sealed class EndorseModel : AppPage
{
    public EndorsementForm Form { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid ContactId { get; set; }

    [BindProperty]
    public EndorsementKind? Kind { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new EndorseCertificateCommand(ContactId, Kind, Words ?? ""), _ =>
    {
        Notice = T["endorse.done"];
        return Redirect($"/support/{ContactId}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEndorsementFormQuery(ContactId), form => Form = form);
}
