using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>One running text of a docx: the body, or all notes of a kind.</summary>
internal sealed class DocxStory(DocxStyles styles, DocumentText text)
{
    private readonly Stack<Scope> scopes = new([default]);

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
                // a text box has a fill of its own that is not looked up: white is never called hidden there
                Enter(Now with
                {
                    CharacterStyle = null,
                    Direct = default,
                    OnColour = Now.OnColour || xml.Name == "txbxContent",
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
                Now = Now with { OnColour = Now.OnColour || (xml.Name == "shd" ? DocxStyles.IsColoured(xml) : styles.Shades(xml.Attribute("val"))) };
                break;
            case "background":
                Now = Now with { OnColour = xml.Attribute("color") is { } paper && paper != "auto" && !RunLook.IsWhite(paper) };
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

    private HiddenRunKind? Hidden() => styles.Resolve(Now.Direct, Now.CharacterStyle, Now.ParagraphStyle).Hidden(Now.OnColour);

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
                Now = Now with { ParagraphStyle = style, OnColour = Now.OnColour || styles.Shades(style) };
            }
            else if (node.Name == "shd")
            {
                Now = Now with { OnColour = Now.OnColour || DocxStyles.IsColoured(node) };
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
    private readonly record struct Scope(string? ParagraphStyle, string? CharacterStyle, RunLook Direct, bool OnColour);
}
