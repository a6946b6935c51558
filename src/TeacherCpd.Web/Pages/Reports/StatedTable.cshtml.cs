using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Reports.Stated;
using TeacherCpd.Domain.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

/// <summary>A table of somebody else's beside what follows from it.</summary>
public sealed class StatedTableModel : AppPage
{
    public StatedTableView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new WithdrawTableCommand(Id), _ =>
    {
        Notice = T["stated.withdrawn"];
        return Redirect("/reports/stated");
    });

    /// <summary>A finding in words.</summary>
    public string Words(AggregateFinding finding) => finding.Kind switch
    {
        FindingKind.Differs => T["stated.differs", finding.Row, finding.Column, finding.Stated, finding.Computed],
        FindingKind.ShareAboveWhole => T["stated.share_above_whole", finding.Row, finding.Column, finding.Stated],
        FindingKind.PartAboveWhole => T["stated.part_above_whole", finding.Row, finding.Column, finding.Stated, finding.Computed],
        FindingKind.NoNumber => T["stated.no_number", finding.Row, finding.Column, finding.Stated],
        FindingKind.SameRow => T["stated.same_row", finding.Row],
        FindingKind.UnmarkedTotal => T["stated.unmarked_total", finding.Row],
    };

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTableQuery(Id), view => View = view);
}
