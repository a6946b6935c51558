using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation;

public sealed class ProtocolModel : AppPage
{
    private const int LargestSignature = 200_000;

    public ProtocolView View { get; private set; } = null!;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>A national signature over the protocol.</summary>
    [BindProperty]
    public IFormFile? Cms { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Cms is null || Cms.Length > LargestSignature)
        {
            ModelState.AddModelError(nameof(Cms), T["error.signature_not_good"]);
        }

        using var bytes = new MemoryStream();
        if (ModelState.IsValid)
        {
            await Cms!.CopyToAsync(bytes, HttpContext.RequestAborted);
        }

        return await SubmitAsync(new SignProtocolCommand(Id, bytes.ToArray()), _ =>
        {
            Notice = T["signature.done"];
            return Redirect($"/attestation/protocols/{Id}");
        });
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetProtocolQuery(Id), view => View = view);
}
