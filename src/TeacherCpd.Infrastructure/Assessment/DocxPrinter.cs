using System.Xml.Linq;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Infrastructure.Reports;

namespace TeacherCpd.Infrastructure.Assessment;

/// <summary>Writes a sheet as a small docx: headings that programs know as such, so that it can be written on in and read aloud.</summary>
public sealed class DocxPrinter : IDocxPrinter
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly (string Path, string Content)[] Fixed =
    [
        ("[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"""),
        ("_rels/.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/_rels/document.xml.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"""),
        ("word/styles.xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style></w:styles>"""),
    ];

    /// <inheritdoc/>
    public byte[] Print(PrintedSheet sheet) => OfficePackage.Of(sheet.On, [.. Fixed, ("word/document.xml", Body(sheet))]);

    private static string Body(PrintedSheet sheet)
    {
        var paragraphs = new List<XElement> { Paragraph(sheet.Title, "Heading1") };
        paragraphs.AddRange(sheet.Facts.Select(f => Paragraph($"{f.Name}: {f.Value}")));
        foreach (var section in sheet.Sections)
        {
            if (section.Heading.Length > 0)
            {
                paragraphs.Add(Paragraph(section.Mark.Length > 0 ? $"{section.Heading}: {section.Mark}" : section.Heading, "Heading2"));
            }

            paragraphs.AddRange(section.Paragraphs.SelectMany(p => p.Split('\n')).Select(p => Paragraph(p)));
        }

        paragraphs.Add(Paragraph(sheet.Foot));
        var document = new XElement(
            W + "document",
            new XAttribute(XNamespace.Xmlns + "w", W),
            new XElement(W + "body", paragraphs, new XElement(W + "sectPr", new XElement(W + "pgSz", new XAttribute(W + "w", 11906), new XAttribute(W + "h", 16838)))));
        return $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{document.ToString(SaveOptions.DisableFormatting)}""";
    }

    private static XElement Paragraph(string text, string? style = null) => new(
        W + "p",
        style is null ? null : new XElement(W + "pPr", new XElement(W + "pStyle", new XAttribute(W + "val", style))),
        new XElement(W + "r", new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), OfficePackage.Printable(text))));
}
