using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Development;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Development;

/// <summary>A page with the form of an activity.</summary>
public abstract class ActivityPage : FilePage
{
    [BindProperty]
    public ActivityForm Input { get; set; } = new();

    /// <summary>The file that the form holds; null for none.</summary>
    public EvidenceFile? Kept => Unsealed(Input.Kept);

    /// <summary>Lets the form hold a file.</summary>
    protected void Keep(EvidenceFile? file)
    {
        Input = Input with { Kept = file is null ? null : Sealed(file) };
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Kept)}");
    }

    /// <summary>Receives the file that was chosen, then goes on.</summary>
    protected Task<IActionResult> ReceiveAsync(Func<Task<IActionResult>> then) => ReceiveAsync(Input.File, Keep, then);
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
