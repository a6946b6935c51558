using DocumentFormat.OpenXml.Packaging;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Office Open XML: body, tables, text boxes, foot- and endnotes. Comments, deleted text, headers and footers are
/// not the author's running text and stay out.
/// </summary>
internal sealed class DocxReader : IFormatReader
{
    private const string MainPartType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public string Extension => ".docx";

    public string MediaType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public bool Matches(Stream file, ReadOnlySpan<byte> head, CancellationToken ct)
    {
        if (OleContainer.Matches(head))
        {
            return OleContainer.HoldsEncryptedPackage(file, ct) ? throw new RefusedFileException(new FileEncrypted()) : false;
        }

        if (!Archive.LooksLikeZip(head))
        {
            return false;
        }

        using var zip = Archive.OpenChecked(file, ct);
        if (zip.GetEntry("[Content_Types].xml") is not { } types)
        {
            return false;
        }

        using var xml = new SafeXml(types.Open(), ct);
        while (xml.Read())
        {
            if (xml.IsStart && xml.Attribute("ContentType") == MainPartType)
            {
                return true;
            }
        }

        return false;
    }

    public PageCount Read(Stream file, DocumentText text, CancellationToken ct)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        if (document.MainDocumentPart is not { } main)
        {
            throw new RefusedFileException(new FileDamaged());
        }

        using var styleXml = Open(main.StyleDefinitionsPart, ct);
        var styles = DocxStyles.Read(styleXml);
        var showsBackground = Names(main.DocumentSettingsPart, "displayBackgroundShape", ct);
        foreach (var part in new OpenXmlPart?[] { main, main.FootnotesPart, main.EndnotesPart })
        {
            using var xml = Open(part, ct);
            if (xml is not null)
            {
                new DocxStory(styles, showsBackground, text).Read(xml);
            }
        }

        return default;
    }

    private static bool Names(OpenXmlPart? part, string element, CancellationToken ct)
    {
        using var xml = Open(part, ct);
        while (xml?.Read() == true)
        {
            if (xml.IsStart && xml.Name == element)
            {
                return true;
            }
        }

        return false;
    }

    private static SafeXml? Open(OpenXmlPart? part, CancellationToken ct) =>
        part is null ? null : new SafeXml(part.GetStream(FileMode.Open, FileAccess.Read), ct);
}
