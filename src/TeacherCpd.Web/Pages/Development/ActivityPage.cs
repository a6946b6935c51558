using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Development;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Development;

/// <summary>
/// A page with the form of an activity. A file that was received once stays with the form, under a seal that only this
/// person's forms open: nobody names the file of another.
/// </summary>
public abstract class ActivityPage : AppPage
{
    [BindProperty]
    public ActivityForm Input { get; set; } = new();

    /// <summary>The file that the form holds; null for none.</summary>
    public EvidenceFile? Kept
    {
        get
        {
            try
            {
                return string.IsNullOrEmpty(Input.Kept) ? null : JsonSerializer.Deserialize<EvidenceFile>(Seal().Unprotect(Input.Kept));
            }
            catch (Exception e) when (e is CryptographicException or FormatException)
            {
                return null;
            }
        }
    }

    /// <summary>Lets the form hold a file.</summary>
    protected void Keep(EvidenceFile? file)
    {
        Input = Input with { Kept = file is null ? null : Seal().Protect(JsonSerializer.Serialize(file)) };
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Kept)}");
    }

    /// <summary>Receives the file that was chosen, then goes on.</summary>
    protected async Task<IActionResult> ReceiveAsync(Func<Task<IActionResult>> then)
    {
        if (Input.File is { } upload)
        {
            await using var content = upload.OpenReadStream();
            EvidenceFile? received = null;
            var answer = await SubmitAsync(new ReceiveEvidenceQuery(content, upload.FileName), file =>
            {
                received = file;
                return new EmptyResult();
            });
            if (received is null)
            {
                return answer;
            }

            Keep(received);
        }

        return await then();
    }

    private IDataProtector Seal()
    {
        var services = HttpContext.RequestServices;
        return services.GetRequiredService<IDataProtectionProvider>().CreateProtector("evidence", services.GetRequiredService<CurrentUser>().Me.ToString());
    }
}

/// <summary>The form of an activity.</summary>
public sealed record ActivityForm : ActivityFields
{
    public ActivityForm()
    {
    }

    public ActivityForm(ActivityFields fields)
        : base(fields)
    {
    }

    /// <summary>File chosen now.</summary>
    public IFormFile? File { get; init; }

    /// <summary>File received before, sealed.</summary>
    public string? Kept { get; init; }
}
