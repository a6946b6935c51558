using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Trainers;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Trainers;

public sealed class IndexModel : AppPage
{
    public TrainersView View { get; private set; } = null!;

    /// <summary>The links to the other pages of the list.</summary>
    public PageLinks Links => new(
        View.Trainers.Number,
        View.Trainers.Pages,
        ("q", Q),
        ("programme", Programme?.ToString()),
        ("status", Status?.ToString()),
        ("source", Source?.ToString()),
        ("branch", Branch?.ToString()));

    /// <summary>Address of all that is shown, as a table for a spreadsheet.</summary>
    public string FileFilter => QueryString.Create(
        new (string Name, string? Value)[] { ("q", Q), ("programme", Programme?.ToString()), ("status", Status?.ToString()), ("source", Source?.ToString()), ("branch", Branch?.ToString()) }
            .Where(f => !string.IsNullOrEmpty(f.Value))
            .Select(f => KeyValuePair.Create(f.Name, f.Value))).ToString();

    /// <summary>Beginning of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Programme { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuthorisationStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public TrainerSource? Source { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Branch { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTrainersQuery(Q, Branch, Source, Programme, Status, P), view => View = view);
}
