using System.Security.Cryptography;
using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Web.Common;

/// <summary>
/// A page whose form takes a file. What was received once stays with the form, under a seal that only this person's forms open:
/// nobody names the file of another.
/// </summary>
public abstract class FilePage : AppPage
{
    /// <summary>A file as the form carries it.</summary>
    protected string Sealed(EvidenceFile file) => Seal().Protect(JsonSerializer.Serialize(file));

    /// <summary>The file that a form carried; null for none, or for what this person's forms never held.</summary>
    protected EvidenceFile? Unsealed(string? kept)
    {
        try
        {
            return string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize<EvidenceFile>(Seal().Unprotect(kept));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Receives the file that was chosen, if one was, then goes on.</summary>
    protected async Task<IActionResult> ReceiveAsync(IFormFile? upload, Action<EvidenceFile> keep, Func<Task<IActionResult>> then)
    {
        if (upload is not null)
        {
            await using var content = upload.OpenReadStream();
            EvidenceFile? received = null;
            var answer = await SubmitAsync(Receiving(content, upload.FileName), file =>
            {
                received = file;
                return new EmptyResult();
            });
            if (received is null)
            {
                return answer;
            }

            keep(received);
        }

        return await then();
    }

    /// <summary>How the page receives a file: as evidence, where it says nothing else.</summary>
    protected virtual IRequest<Result<EvidenceFile>> Receiving(Stream content, string name) => new ReceiveEvidenceQuery(content, name);

    private IDataProtector Seal()
    {
        var services = HttpContext.RequestServices;
        return services.GetRequiredService<IDataProtectionProvider>().CreateProtector("evidence", services.GetRequiredService<CurrentUser>().Me.ToString());
    }
}
