using TeacherCpd.Application.Common;
using TeacherCpd.Application.Reports;
using TeacherCpd.Application.Texts;

namespace TeacherCpd.Infrastructure.Reports;

/// <summary>A report as text for spreadsheets, as people of the reader's language read it: beside a share its numerator and denominator.</summary>
public sealed class CsvReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public ReportFormat Format => ReportFormat.Csv;

    /// <inheritdoc/>
    public byte[] Write(PrintedReport report)
    {
        var culture = TextCatalogue.CultureOf(report.Language);
        var (part, whole) = (TextCatalogue.Get(report.Language, "reports.numerator"), TextCatalogue.Get(report.Language, "reports.denominator"));
        return Csv.Of(
        [
            [.. report.Names, .. report.Columns.SelectMany((c, i) => c.IsShare
                ? [$"{report.Headings[i]}, %", $"{report.Headings[i]}, {part}", $"{report.Headings[i]}, {whole}"]
                : new[] { report.Headings[i] })],
            .. report.Rows.Select(r => Line(r.Names, r.Cells)),
            .. report.Sum is { } sum ? [Line([report.SumName, .. Enumerable.Repeat("", report.Names.Count - 1)], sum)] : Array.Empty<IReadOnlyList<string>>(),
        ]);

        IReadOnlyList<string> Line(IReadOnlyList<string> names, IReadOnlyList<ReportCell> cells) =>
            [.. names, .. report.Columns.SelectMany((c, i) => c.IsShare
                ? [Percent(cells[i].PerMille), Number(cells[i].Value), Number(cells[i].Whole)]
                : new[] { c.Kind == ColumnKind.Target ? Percent(cells[i].Value) : Number(cells[i].Value) })];

        string Number(int? value) => value?.ToString(culture) ?? "";

        string Percent(int? perMille) => perMille is { } p ? (p / 10m).ToString("0.0", culture) : "";
    }
}
