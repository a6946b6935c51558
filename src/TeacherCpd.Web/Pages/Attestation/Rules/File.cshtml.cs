using System.Text;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Attestation.Rules;

/// <summary>An edition as a file that can be imported again.</summary>
public sealed class FileModel : AppPage
{
    private EditionFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return file is null ? answer : File(Encoding.UTF8.GetBytes(file.Json), "application/json; charset=utf-8", $"{file.Code.Replace('/', '-')}.json");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetEditionFileQuery(Id), found => file = found);
}
