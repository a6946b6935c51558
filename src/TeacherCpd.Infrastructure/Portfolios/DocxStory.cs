using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>One running text of a docx: the body, or all notes of a kind.</summary>
/// <param name="styles">Styles of the document.</param>
/// <param name="showsBackground">Whether the colour that the page has is shown at all.</param>
/// <param name="text">Where the text goes.</param>
internal sealed class DocxStory(DocxStyles styles, bool showsBackground, DocumentText text)
{
    private readonly Stack<Scope> scopes = new([new Scope(null, null, default, Shade.White)]);

    public void Read(SafeXml xml)
    {
        while (xml.Read())
        {
            var dialect = Dialect(xml.Namespace);
            if (xml.IsStart && IsPassedOver(xml.Name))
            {
                xml.Skip();
            }
            else if (xml.IsStart && dialect is not null)
            {
                Start(xml, dialect == "math");
            }
            else if (xml.IsEnd && dialect == "word")
            {
                End(xml.Name);
            }
        }
    }

    private static string? Dialect(string ns) => ns switch
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main" => "word",
        "http://purl.oclc.org/ooxml/wordprocessingml/main" => "word",
        "http://schemas.openxmlformats.org/officeDocument/2006/math" => "math",
        "http://purl.oclc.org/ooxml/officeDocument/math" => "math",
        _ => null,
    };

    // the fallback repeats a text box for old programs; the rest is text that was taken away or that only commands
    private static bool IsPassedOver(string name) =>
        name is "Fallback" or "del" or "moveFrom" or "delText" or "instrText" or "rPrChange" or "pPrChange" or "tblPrChange" or "tcPrChange";

    private void Start(SafeXml xml, bool isMath)
    {
        switch (xml.Name)
        {
            case "t":
                var hidden = Hidden();
                foreach (var node in xml.Inside())
                {
                    if (node.IsText)
                    {
                        text.Append(node.Value, hidden);
                    }
                }

                break;
            case var _ when isMath:
                break;
            case "tab":
                text.Append("\t", Hidden());
                break;
            case "br" or "cr":
                text.Append(" ", Hidden());
                break;
            case "noBreakHyphen":
                text.Append("-", Hidden());
                break;
            case "p":
                text.Begin();
                if (xml.IsEmpty)
                {
                    text.End();
                }
                else
                {
                    Enter(Now with { ParagraphStyle = null, CharacterStyle = null, Direct = default });
                }

                break;
            case "tbl" or "tc" or "r" or "txbxContent" when !xml.IsEmpty:
                // a text box has a fill of its own that is not looked up: no colour is called hidden there
                Enter(Now with
                {
                    CharacterStyle = null,
                    Direct = default,
                    Ground = xml.Name == "txbxContent" ? Shade.Unknown : Now.Ground,
                });
                break;
            case "pPr":
                ReadParagraphProperties(xml);
                break;
            case "rPr":
                ReadRunProperties(xml);
                break;
            case "tblStyle" or "shd":
                // direct children of the properties of a table or a cell
                On(xml.Name == "shd" ? DocxStyles.GroundOf(xml) : styles.Ground(xml.Attribute("val")));
                break;
            case "background" when showsBackground && xml.Attribute("color") is { } paper and not "auto":
                On(Shade.Of(paper));
                break;
        }
    }

    private void End(string name)
    {
        if (name is "p" or "tbl" or "tc" or "r" or "txbxContent")
        {
            scopes.Pop();
            if (name == "p")
            {
                text.End();
            }
        }
    }

    private Scope Now
    {
        get => scopes.Peek();
        set
        {
            scopes.Pop();
            scopes.Push(value);
        }
    }

    private void Enter(Scope scope) => scopes.Push(scope);

    private HiddenRunKind? Hidden() => styles.Resolve(Now.Direct, Now.CharacterStyle, Now.ParagraphStyle).Hidden(Now.Ground);

    private void On(Shade? ground) => Now = Now with { Ground = ground ?? Now.Ground };

    private void ReadParagraphProperties(SafeXml xml)
    {
        foreach (var node in xml.Inside())
        {
            if (!node.IsStart)
            {
                continue;
            }

            if (node.Name is "rPr" or "pPrChange")
            {
                // formatting of the paragraph mark, not of the text
                node.Skip();
            }
            else if (node.Name == "pStyle")
            {
                var style = node.Attribute("val");
                Now = Now with { ParagraphStyle = style };
                On(styles.Ground(style));
            }
            else if (node.Name == "shd")
            {
                On(DocxStyles.GroundOf(node));
            }
        }
    }

    private void ReadRunProperties(SafeXml xml)
    {
        var look = default(RunLook);
        foreach (var node in xml.Inside())
        {
            if (!node.IsStart)
            {
                continue;
            }

            if (node.Name == "rPrChange")
            {
                node.Skip();
            }
            else if (node.Name == "rStyle")
            {
                Now = Now with { CharacterStyle = node.Attribute("val") };
            }
            else
            {
                look = DocxStyles.Property(node, look);
            }
        }

        Now = Now with { Direct = look };
    }

    /// <summary>What holds inside an open paragraph, run, table, cell or text box.</summary>
    private readonly record struct Scope(string? ParagraphStyle, string? CharacterStyle, RunLook Direct, Shade Ground);
}
