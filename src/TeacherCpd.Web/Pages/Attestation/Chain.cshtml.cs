using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation;

/// <summary>Sends the chain of a case as a file.</summary>
public sealed class ChainModel : AppPage
{
    private FileContentResult? file;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Only the bytes of the protocol, to be signed.</summary>
    [FromQuery]
    public bool Document { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var page = await LoadAsync();
        return file ?? page;
    }

    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new ExportChainQuery(Id, Document), made => file = File(made.Content, "application/json", made.Name));
}
