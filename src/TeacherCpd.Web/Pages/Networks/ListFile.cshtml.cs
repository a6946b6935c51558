using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Networks.Lists;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Networks;

/// <summary>A list for spreadsheets: a line for each pair of a leading school and a partner.</summary>
public sealed class ListFileModel : AppPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    protected override async Task<IActionResult> LoadAsync()
    {
        NetworkListView? view = null;
        var answer = await ShowAsync(new GetNetworkListQuery(Id, null, null), found => view = found);
        return view is null ? answer : File(Csv.Of(Rows(view)), "text/csv; charset=utf-8", $"{T["nav.networks"]} {T[view.Region]} {view.Year.Start}.csv");
    }

    private IEnumerable<IReadOnlyList<string>> Rows(NetworkListView view) =>
    [
        [T["networks.leading.one"], T["networks.partners"]],
        .. view.Networks.Items.SelectMany(n => n.Partners.Count == 0
            ? [[T[n.Leader], ""]]
            : n.Partners.Select(p => (IReadOnlyList<string>)[T[n.Leader], T[p]])),
    ];
}
