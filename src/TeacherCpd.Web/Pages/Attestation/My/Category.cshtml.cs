using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.My;

public sealed class CategoryModel : AppPage
{
    public MyCategoryView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string? Claimed { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(
        new OpenCaseCommand(FormId, Claimed ?? ""),
        id =>
        {
            Notice = T["attestation.open.done"];
            return Redirect($"/my/cases/{id}");
        });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetMyCategoryQuery(Claimed), view => View = view);
}
