using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Certificates;

/// <summary>The certificate as a file: the PDF, the signature beside it, or the credential. There is nothing to show around it.</summary>
public sealed class PrintModel : AppPage
{
    private CertificateFile? file;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Format { get; set; } = "pdf";

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        if (file is { IsKnown: false } || answer is IStatusCodeActionResult { StatusCode: StatusCodes.Status409Conflict })
        {
            // the hash of a file that goes out is kept, and the first signature needs a key
            await SubmitAsync(new SealCertificateCommand(Id), _ => Page());
            answer = file is null ? await LoadAsync() : answer;
        }

        return file is null ? answer : File(file.Content, Format == "pdf" ? "application/pdf" : Format == "jwt" ? "application/jwt" : "application/jose", file.Name);
    }

    protected override Task<IActionResult> LoadAsync() => Format switch
    {
        "jwt" => ShowAsync(new GetCredentialQuery(Id), credential => file = credential),
        "jws" => ShowAsync(new GetSignatureQuery(Id), signature => file = signature),
        _ => ShowAsync(new PrintCertificateQuery(Id), printed => file = printed),
    };
}
