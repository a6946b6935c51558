using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Groups.Manage;

/// <summary>A list of people for a group: sent, looked at, and only then imported.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ListModel : AppPage
{
    private static readonly ListColumn[] SampleColumns =
    [
        ListColumn.Iin, ListColumn.FamilyName, ListColumn.GivenName, ListColumn.Patronymic, ListColumn.Region, ListColumn.District, ListColumn.School,
        ListColumn.OrderDate,
    ];

    public ListPage View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? ListId { get; set; }

    [BindProperty(SupportsGet = true)]
    public ListRowState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>The colour of a row's chip; the word beside it says the same.</summary>
    public static string ChipOf(ListRowState state) => state switch
    {
        ListRowState.Ready => "ok",
        ListRowState.Waiting => "warn",
        ListRowState.Wrong => "bad",
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    /// <summary>A list to begin with: the headings and a row that shows what is meant.</summary>
    public async Task<IActionResult> OnGetSampleAsync()
    {
        var answer = await LoadAsync();
        return View is null ? answer : Sheet(
            [
                [.. SampleColumns.Select(c => T[c])],
                ["850315400014", T["lists.sample.family_name"], T["lists.sample.given_name"], T["lists.sample.patronymic"], T["lists.sample.region"], T["lists.sample.district"], T["lists.sample.school"], "12.03.2026"],
            ],
            SampleColumns,
            T["lists.sample.file"]);
    }

    /// <summary>The rows that fail, as given, with the reason.</summary>
    public async Task<IActionResult> OnGetFaultsAsync()
    {
        ListFaults? faults = null;
        var answer = await ShowAsync(new GetListFaultsQuery(Id, ListId ?? Guid.Empty), found => faults = found);
        return faults is null ? answer : Sheet(
            [[.. faults.Headings, T["lists.why"]], .. faults.Lines.Select(line => new List<string>([.. line.Cells, line.Why is { } why ? T[why] : ""]))],
            faults.Columns,
            $"{T["lists.faults.file"]} {Path.GetFileNameWithoutExtension(faults.FileName)}");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        ReadList? read = null;
        var answer = await SubmitAsync(
            new ReadListQuery(Id, content, Input.File?.FileName ?? ""),
            list =>
            {
                read = list;
                return new EmptyResult();
            });
        return read is null ? answer : await SubmitAsync(new KeepListCommand(FormId, Id, read), list => Redirect($"/groups/manage/{Id}/list/{list}"));
    }

    public Task<IActionResult> OnPostImportAsync() =>
        SubmitAsync(new ImportListCommand(Id, ListId ?? Guid.Empty, Input.DocumentNumber ?? "", Input.DocumentDate), _ => Redirect($"/groups/manage/{Id}/list/{ListId}"));

    public Task<IActionResult> OnPostDiscardAsync() => SubmitAsync(new DiscardListCommand(Id, ListId ?? Guid.Empty), _ =>
    {
        Notice = T["lists.discarded"];
        return Redirect($"/groups/manage/{Id}/list");
    });

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetListQuery(Id, ListId, State, PageNumber), view => View = view);

    // a space in the number keeps spreadsheets from taking it for a figure and cutting it; reading back takes it out again
    private FileContentResult Sheet(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<ListColumn> columns, string name) => File(
        Csv.Of(rows.Select(row => row.Select((cell, i) => i < columns.Count && columns[i] == ListColumn.Iin && cell.Length == 12 && cell.All(char.IsAsciiDigit) ? $"{cell[..6]} {cell[6..]}" : cell).ToList())),
        "text/csv; charset=utf-8",
        string.Create(CultureInfo.InvariantCulture, $"{name}.csv"));

    public sealed class Fields
    {
        public IFormFile? File { get; set; }

        public string? DocumentNumber { get; set; }

        public DateOnly? DocumentDate { get; set; }
    }
}
