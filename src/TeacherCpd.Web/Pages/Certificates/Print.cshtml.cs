using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>The certificate as a file; there is nothing to show around it.</summary>
public sealed class PrintModel : AppPage
{
    private CertificateFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return file is null ? answer : File(file.Content, "application/pdf", file.Name);
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new PrintCertificateQuery(Id), printed => file = printed);
}
