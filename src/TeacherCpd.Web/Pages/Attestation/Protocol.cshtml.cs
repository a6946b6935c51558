using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation;

public sealed class ProtocolModel : AppPage
{
    public ProtocolView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProtocolQuery(Id), view => View = view);
}
