using System.Globalization;
using System.Xml.Linq;
using TeacherCpd.Application.Reports;

namespace TeacherCpd.Infrastructure.Reports;

/// <summary>
/// Writes a report as a workbook of one sheet: what was asked for, the headings, which stay in sight, and the figures as numbers. A share is
/// written rounded by the rule of all reports, with its numerator and denominator beside it; there are no formulas.
/// </summary>
public sealed class XlsxReportWriter : IReportWriter
{
    private const int NameWidth = 42;
    private const int FigureWidth = 16;
    private const decimal WholePerMille = 1000;

    // places of the styles in the list of cell formats below
    private const int Plain = 0;
    private const int Bold = 1;
    private const int Share = 2;
    private const int BoldShare = 3;

    private static readonly XNamespace X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly (string Path, string Content)[] Fixed =
    [
        ("[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"""),
        ("_rels/.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""),
        ("xl/styles.xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>"""),
    ];

    /// <inheritdoc/>
    public ReportFormat Format => ReportFormat.Xlsx;

    /// <inheritdoc/>
    public byte[] Write(PrintedReport report) => OfficePackage.Of(report.On, [.. Fixed, ("xl/worksheets/sheet1.xml", Sheet(report))]);

    private static string Sheet(PrintedReport report)
    {
        var (part, whole) = (Text(report, "reports.numerator"), Text(report, "reports.denominator"));
        var rows = new List<IEnumerable<XElement>> { new[] { Words(report.Title, Bold) } };
        rows.AddRange(report.Facts.Select(f => new[] { Words(f.Name, Plain), Words(f.Value, Plain) }));
        rows.Add([]);
        rows.Add(
        [
            .. report.Names.Select(n => Words(n, Bold)),
            .. report.Columns.SelectMany((c, i) => (c.IsShare
                ? [report.Headings[i], $"{report.Headings[i]}, {part}", $"{report.Headings[i]}, {whole}"]
                : new[] { report.Headings[i] }).Select(h => Words(h, Bold))),
        ]);
        var headings = rows.Count;
        rows.AddRange(report.Rows.Select(r => r.Names.Select(n => Words(n, Plain)).Concat(Figures(report, r.Cells, isBold: false))));
        if (report.Sum is { } sum)
        {
            rows.Add(report.Names.Select((_, i) => Words(i == 0 ? report.SumName : "", Bold)).Concat(Figures(report, sum, isBold: true)));
        }

        var figures = report.Columns.Sum(c => c.IsShare ? 3 : 1);
        var sheet = new XElement(
            X + "worksheet",
            new XElement(X + "sheetViews", new XElement(X + "sheetView", new XAttribute("workbookViewId", 0),
                new XElement(X + "pane", new XAttribute("ySplit", headings), new XAttribute("topLeftCell", $"A{headings + 1}"), new XAttribute("activePane", "bottomLeft"), new XAttribute("state", "frozen")))),
            new XElement(X + "cols", Column(1, report.Names.Count, NameWidth), Column(report.Names.Count + 1, report.Names.Count + figures, FigureWidth)),
            new XElement(X + "sheetData", rows.Select((cells, i) => new XElement(X + "row", new XAttribute("r", i + 1), cells))));
        return $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{sheet.ToString(SaveOptions.DisableFormatting)}""";
    }

    private static XElement Column(int from, int to, int width) =>
        new(X + "col", new XAttribute("min", from), new XAttribute("max", to), new XAttribute("width", width), new XAttribute("customWidth", 1));

    private static IEnumerable<XElement> Figures(PrintedReport report, IReadOnlyList<ReportCell> cells, bool isBold)
    {
        var (plain, share) = isBold ? (Bold, BoldShare) : (Plain, Share);
        return report.Columns.SelectMany((column, i) => column switch
        {
            { IsShare: true } => [Number(cells[i].PerMille / WholePerMille, share), Number(cells[i].Value, plain), Number(cells[i].Whole, plain)],
            { Kind: ColumnKind.Target } => [Number(cells[i].Value / WholePerMille, share)],
            _ => new[] { Number(cells[i].Value, plain) },
        });
    }

    private static XElement Words(string text, int style) => new(
        X + "c",
        new XAttribute("t", "inlineStr"),
        new XAttribute("s", style),
        new XElement(X + "is", new XElement(X + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), OfficePackage.Printable(text))));

    private static XElement Number(decimal? number, int style) => new(
        X + "c",
        new XAttribute("s", style),
        number is { } value ? new XElement(X + "v", value.ToString(CultureInfo.InvariantCulture)) : null);

    private static string Text(PrintedReport report, string key) => Application.Texts.TextCatalogue.Get(report.Language, key);
}
