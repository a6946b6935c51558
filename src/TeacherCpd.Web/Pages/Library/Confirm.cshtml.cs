using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Library.Materials;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

/// <summary>What of a section stays in use in a school year.</summary>
public sealed class ConfirmModel : AppPage
{
    public YearConfirmation View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? Section { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? SchoolYear { get; set; }

    /// <summary>Only what was developed in this year or later.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>What is ticked.</summary>
    [BindProperty]
    public List<Guid> MaterialIds { get; set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new ConfirmActiveCommand(Section ?? Guid.Empty, SchoolYear ?? 0, MaterialIds), confirmed =>
    {
        Notice = T["library.confirm.done", confirmed];
        return Redirect($"/library/confirm?section={Section}&schoolYear={SchoolYear}");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetYearConfirmationQuery(Section, SchoolYear, From), view => View = view);
}
