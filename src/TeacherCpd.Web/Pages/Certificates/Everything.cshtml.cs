using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>All that the user holds, in one archive.</summary>
public sealed class EverythingModel : AppPage
{
    private CertificateFile? file;

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (answer is IStatusCodeActionResult { StatusCode: StatusCodes.Status409Conflict })
        {
            // the first signature of all needs a key; any certificate, and none, makes it
            await SubmitAsync(new SealCertificateCommand(Guid.Empty), _ => Page());
            answer = await LoadAsync();
        }

        return file is null ? answer : File(file.Content, "application/zip", file.Name);
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new ExportMyRecordQuery(T.Language), archive => file = archive);
}
