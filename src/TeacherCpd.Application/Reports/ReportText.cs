using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Reports;

/// <summary>
/// A report for programs: stable keys instead of headings, figures without grouping, a point for decimals. A share stands with its
/// numerator and denominator. The names of rows stand twice, as a code and in words.
/// </summary>
public static class ReportText
{
    private const int DecimalShift = 10;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Comma separated values (RFC 4180) with the sum as a last row called <c>total</c>.</summary>
    public static string Csv(ReportTable table, Language language)
    {
        var text = new StringBuilder();
        Line([.. table.Names.SelectMany(n => new[] { n, $"{n}_name" }), .. table.Columns.SelectMany(Keys)]);
        foreach (var row in table.Rows)
        {
            Line([.. row.Names.SelectMany(n => new[] { n.Code, n.Text.In(language) }), .. table.Columns.SelectMany(c => Values(c, table.Cell(row, c)))]);
        }

        if (table.HasSum)
        {
            Line([.. table.Names.SelectMany((_, i) => new[] { i == 0 ? "total" : "", "" }), .. table.Columns.SelectMany(c => Values(c, table.Sum(c)))]);
        }

        return text.ToString();

        void Line(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
    }

    /// <summary>One object with the question, the rows and their total.</summary>
    public static string Json(ReportView view, Language language)
    {
        var (table, filter) = (view.Table, view.Filter);
        var answer = new JsonObject
        {
            ["report"] = view.Report.Name,
            ["table"] = view.Report.Table,
            ["title"] = view.Report.Title.In(language),
            ["year"] = filter.Year,
            ["place"] = view.Place?.Name.In(language),
            ["programme"] = filter.Programme,
            ["language"] = filter.Language?.ToString(),
            ["settlement"] = filter.Settlement?.ToString(),
            ["ownership"] = filter.Ownership?.ToString(),
            ["day"] = filter.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["rows"] = new JsonArray([.. table.Rows.Select(r => Object(r, c => table.Cell(r, c)))]),
            ["total"] = table.HasSum ? Object(null, table.Sum) : null,
        };
        return answer.ToJsonString(Readable);

        JsonObject Object(ReportRow? row, Func<ReportColumn, ReportCell> cell)
        {
            var item = new JsonObject();
            foreach (var (key, name) in row is null ? [] : table.Names.Zip(row.Names))
            {
                item[key] = name.Code;
                item[$"{key}_name"] = name.Text.In(language);
            }

            foreach (var column in table.Columns)
            {
                item[column.Key] = Node(column, cell(column));
            }

            return item;
        }
    }

    private static JsonNode? Node(ReportColumn column, ReportCell cell) => column switch
    {
        { IsShare: true } => new JsonObject { ["percent"] = Percent(cell.PerMille), ["numerator"] = cell.Value, ["denominator"] = cell.Whole },
        { Kind: ColumnKind.Target } => Percent(cell.Value),
        _ => cell.Value,
    };

    private static decimal? Percent(int? perMille) => perMille / (decimal)DecimalShift;

    private static IEnumerable<string> Keys(ReportColumn column) =>
        column.IsShare ? [column.Key, $"{column.Key}_numerator", $"{column.Key}_denominator"] : [column.Key];

    private static IEnumerable<string> Values(ReportColumn column, ReportCell cell) => column switch
    {
        { IsShare: true } => [Written(Percent(cell.PerMille)), Written(cell.Value), Written(cell.Whole)],
        { Kind: ColumnKind.Target } => [Written(Percent(cell.Value))],
        _ => [Written(cell.Value)],
    };

    private static string Written(IFormattable? number) => number?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
