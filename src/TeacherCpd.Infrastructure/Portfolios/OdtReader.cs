using System.IO.Compression;
using System.Text;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>OpenDocument text: body, tables, text boxes and notes. Comments and deleted text stay out.</summary>
internal sealed class OdtReader : IFormatReader
{
    private const string TextSpace = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    /// <summary>Most spaces that one element may stand for.</summary>
    private const int MaxSpaces = 100;

    public string Extension => ".odt";

    public string MediaType => "application/vnd.oasis.opendocument.text";

    public bool Matches(Stream file, ReadOnlySpan<byte> head, CancellationToken ct)
    {
        if (!Archive.LooksLikeZip(head))
        {
            return false;
        }

        using var zip = Archive.OpenChecked(file, ct);
        if (zip.GetEntry("mimetype") is not { } type)
        {
            return false;
        }

        using var content = type.Open();
        Span<byte> said = stackalloc byte[128];
        var length = content.ReadAtLeast(said, said.Length, throwOnEndOfStream: false);
        if (Encoding.ASCII.GetString(said[..length]).TrimEnd() != MediaType)
        {
            return false;
        }

        return IsEncrypted(zip, ct) ? throw new RefusedFileException(new FileEncrypted()) : true;
    }

    public PageCount Read(Stream file, DocumentText text, CancellationToken ct)
    {
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var styles = new OdtStyles();
        foreach (var part in new[] { "styles.xml", "content.xml" })
        {
            if (zip.GetEntry(part) is { } entry)
            {
                using var xml = new SafeXml(entry.Open(), ct);
                styles.Read(xml);
            }
        }

        var body = zip.GetEntry("content.xml") ?? throw new RefusedFileException(new FileDamaged());
        using var content = new SafeXml(body.Open(), ct);
        ReadBody(content, styles, text);
        return default;
    }

    private static bool IsEncrypted(ZipArchive zip, CancellationToken ct)
    {
        if (zip.GetEntry("META-INF/manifest.xml") is not { } manifest)
        {
            return false;
        }

        using var xml = new SafeXml(manifest.Open(), ct);
        while (xml.Read())
        {
            if (xml.IsStart && xml.Name == "encryption-data")
            {
                return true;
            }
        }

        return false;
    }

    private static void ReadBody(SafeXml xml, OdtStyles styles, DocumentText text)
    {
        // one look for each open paragraph, span, cell and section
        var looks = new Stack<RunLook>([styles.Default]);
        while (xml.Read())
        {
            if (xml.IsStart)
            {
                if (IsPassedOver(xml.Name))
                {
                    xml.Skip();
                }
                else
                {
                    Start(xml, styles, looks, text);
                }
            }
            else if (xml.IsEnd && IsLevel(xml))
            {
                looks.Pop();
                if (IsParagraph(xml))
                {
                    text.End();
                }
            }
            else if (xml.IsText && text.InParagraph)
            {
                AppendCollapsed(text, xml.Value, looks.Peek().Hidden(Shade.White));
            }
        }
    }

    private static void Start(SafeXml xml, OdtStyles styles, Stack<RunLook> looks, DocumentText text)
    {
        var hidden = looks.Peek().Hidden(Shade.White);
        if (IsLevel(xml))
        {
            if (xml.IsEmpty)
            {
                return;
            }

            if (IsParagraph(xml))
            {
                text.Begin();
            }

            looks.Push(xml.Name switch
            {
                // its fill is not looked up: no colour is called hidden there
                "text-box" => looks.Peek() with { Ground = Shade.Unknown },
                "section" when xml.Attribute("display") == "none" || xml.Attribute("is-hidden") == "true" => looks.Peek() with { NotShown = true },
                _ => styles.Look(xml.Attribute("style-name")).Over(looks.Peek()),
            });
        }
        else if (xml.Namespace == TextSpace && text.InParagraph)
        {
            switch (xml.Name)
            {
                case "s":
                    text.Append(new string(' ', Math.Clamp(xml.Number("c") ?? 1, 0, MaxSpaces)), hidden);
                    break;
                case "tab":
                    text.Append("\t", hidden);
                    break;
                case "line-break":
                    text.Append(" ", hidden);
                    break;
            }
        }
    }

    private static bool IsPassedOver(string name) =>
        name is "tracked-changes" or "annotation" or "note-citation" or "automatic-styles" or "binary-data" or "title" or "desc" or "ruby-text";

    private static bool IsParagraph(SafeXml xml) => xml.Namespace == TextSpace && xml.Name is "p" or "h";

    private static bool IsLevel(SafeXml xml) => IsParagraph(xml) || xml.Name is "span" or "table" or "table-row" or "table-cell" or "text-box" or "section";

    /// <summary>White space of the XML counts as one space, and as none at the beginning of a paragraph.</summary>
    private static void AppendCollapsed(DocumentText text, string value, HiddenRunKind? hidden)
    {
        var run = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (c is not (' ' or '\t' or '\r' or '\n'))
            {
                run.Append(c);
            }
            else if (run.Length > 0 ? run[^1] != ' ' : !text.EndsInSpace)
            {
                run.Append(' ');
            }
        }

        text.Append(run.ToString(), hidden);
    }
}
