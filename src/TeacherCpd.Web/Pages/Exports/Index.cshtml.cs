using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios.Exports;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Exports;

/// <summary>The own exports, and their files: nothing of it stays in a cache.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel : AppPage
{
    private const double BytesPerMegabyte = 1024 * 1024;

    public ExportsView View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public Guid ExportId { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public static string? ChipOf(ExportStatus status) => status switch
    {
        ExportStatus.Ready => "ok",
        ExportStatus.Failed => "bad",
        ExportStatus.Expired => null,
        _ => "info",
    };

    public Task<IActionResult> OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnGetPartAsync()
    {
        ExportFile? file = null;
        var answer = await ShowAsync(new GetExportPartQuery(ExportId, Number), found => file = found);

        // the hash lets a browser go on with a download that broke off, and only with the same archive
        return file is null
            ? answer
            : new FileStreamResult(file.Content, "application/zip")
            {
                FileDownloadName = file.FileName,
                LastModified = new DateTimeOffset(file.MadeAt),
                EntityTag = new EntityTagHeaderValue($"\"{file.Sha256}\""),
                EnableRangeProcessing = true,
            };
    }

    public async Task<IActionResult> OnGetSummaryAsync()
    {
        var answer = await LoadAsync();
        if (View is null)
        {
            return answer;
        }

        return View.Exports.FirstOrDefault(e => e.Id == ExportId && e.Status == ExportStatus.Ready) is { } export
            ? File(Csv.Of(Summary(export)), "text/csv; charset=utf-8", string.Create(CultureInfo.InvariantCulture, $"portfolios-{Clock.DayOf(export.AskedAt):yyyy-MM-dd}.csv"))
            : NotFound();
    }

    public Task<IActionResult> OnPostAsync() => SubmitAsync(new DeleteExportCommand(ExportId), _ =>
    {
        Notice = T["exports.deleted"];
        return Redirect("/exports");
    });

    /// <summary>A size in megabytes.</summary>
    public string Size(long bytes) => T["exports.bytes.value", (bytes / BytesPerMegabyte).ToString("0.0", CultureInfo.CurrentCulture)];

    /// <summary>What an export was narrowed to, except the person.</summary>
    public IEnumerable<string> FilterOf(ExportView export)
    {
        if (export.Programme is { } programme)
        {
            yield return $"{T["exports.programme"]}: {T[programme]}";
        }

        if (export.Group is { } studyGroup)
        {
            yield return $"{T["exports.group"]}: {studyGroup}";
        }

        if (export.Region is { } region)
        {
            yield return $"{T["exports.region"]}: {T[region]}";
        }

        if (export.Year is { } year)
        {
            yield return $"{T["exports.year"]}: {year.ToString(CultureInfo.InvariantCulture)}";
        }
    }

    protected override Task<IActionResult> LoadAsync() => ShowAsync(new GetExportsQuery(), view => View = view);

    private IEnumerable<IReadOnlyList<string>> Summary(ExportView export)
    {
        yield return [T["exports.parts"], T["exports.portfolios"], T["exports.files"], T["exports.bytes"], T["exports.sha"]];
        foreach (var part in export.Parts)
        {
            yield return [.. Numbers(part.Number, part.Portfolios, part.Files, part.Bytes), part.Sha256];
        }

        yield return [T["exports.summary.sum"], .. Numbers(export.Done, export.Parts.Sum(p => p.Files), export.Parts.Sum(p => p.Bytes)), ""];
    }

    private static IEnumerable<string> Numbers(params long[] numbers) => numbers.Select(n => n.ToString(CultureInfo.InvariantCulture));
}
