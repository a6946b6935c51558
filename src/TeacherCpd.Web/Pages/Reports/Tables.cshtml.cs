using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Reports;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Reports;

/// <summary>The reports that the reader may see, by part.</summary>
public sealed class TablesModel(CurrentUser user) : AppPage
{
    public IReadOnlyList<(string Heading, IReadOnlyList<Report> Reports)> Parts { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override Task<IActionResult> LoadAsync()
    {
        Parts =
        [
            .. ReportCatalogue.Parts
                .Select(p => (p.Heading, Reports: (IReadOnlyList<Report>)[.. p.Reports.Where(r => r.IsSeenBy(user))]))
                .Where(p => p.Reports.Count > 0),
        ];
        return Task.FromResult<IActionResult>(user.PersonId is null ? Challenge() : Page());
    }
}
