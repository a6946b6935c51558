using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Portfolios.Exports;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exports;

public sealed class NewModel : AppPage
{
    private const double BytesPerMegabyte = 1024 * 1024;
    private const int YearsShown = 10;

    public ExportForm View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid? ProgrammeId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? GroupId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? RegionId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? AssessorId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>Years to choose from, the latest first.</summary>
    public IEnumerable<int> Years => Enumerable.Range(0, YearsShown).Select(ago => View.LastYear - ago);

    /// <summary>How large it would be.</summary>
    public string Size => T["exports.bytes.value", (View.Size.Bytes / BytesPerMegabyte).ToString("0.0", CultureInfo.CurrentCulture)];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new AskForExportCommand(FormId, Filter), _ =>
    {
        Notice = T["exports.asked"];
        return Redirect("/exports");
    });

    // a year that no calendar has narrows nothing
    protected override Task<IActionResult> LoadAsync() =>
        ShowAsync(new GetExportFormQuery(Filter with { Year = Year is > 2000 and < 2100 ? Year : null }), view => View = view);

    private ExportFilter Filter => new(ProgrammeId, GroupId, RegionId, AssessorId, Year);
}
