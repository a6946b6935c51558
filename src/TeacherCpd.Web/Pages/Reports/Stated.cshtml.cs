using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Reports.Stated;
using TeacherCpd.Web.Common;
using TeacherCpd.Web.Pages.Groups;

namespace TeacherCpd.Web.Pages.Reports;

/// <summary>Tables of other people: those that are kept, and a form for another one.</summary>
public sealed class StatedModel : AppPage
{
    public Paged<StatedTableRow> Tables { get; private set; } = null!;

    public PageLinks Links => new(Tables.Number, Tables.Pages);

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        ReadTable? table = null;
        var answer = await SubmitAsync(new ReadTableQuery(content, Input.File?.FileName ?? ""), read =>
        {
            table = read;
            return new EmptyResult();
        });
        return table is null ? answer : await SubmitAsync(new KeepTableCommand(table), id => Redirect($"/reports/stated/{id}"));
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetTablesQuery(P), tables => Tables = tables);

    public sealed class Fields
    {
        public IFormFile? File { get; set; }
    }
}
