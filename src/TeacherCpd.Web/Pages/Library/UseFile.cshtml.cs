using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Library.Use;
using TeacherCpd.Domain.Library;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Library;

/// <summary>The use of the library as a table for a spreadsheet: a row a region and month.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class UseFileModel : AppPage
{
    private LibraryUseView? view;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var answer = await LoadAsync();
        return view is null ? answer : File(Csv.Of(Rows(view)), "text/csv; charset=utf-8", $"{T["library.use.title"]} {view.Year}.csv");
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetLibraryUseQuery(Year), found => view = found);

    private IEnumerable<IReadOnlyList<string>> Rows(LibraryUseView found) =>
    [
        [T["library.use.region"], T["library.use.month"], T[LibraryUse.Visit], T[LibraryUse.View], T[LibraryUse.Download]],
        .. found.Regions.SelectMany(region => region.Months.Select((counts, month) => new[]
        {
            region.Name is { } name ? T[name] : T["library.use.no_region"],
            string.Create(CultureInfo.InvariantCulture, $"{found.Year}-{month + 1:00}"),
            Number(counts.Visits),
            Number(counts.Views),
            Number(counts.Downloads),
        })),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
