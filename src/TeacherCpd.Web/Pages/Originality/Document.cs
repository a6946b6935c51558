using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace TeacherCpd.Web.Pages.Originality;

/// <summary>An HTML file that needs nothing beside it: it is handed to a commission, printed and kept.</summary>
internal sealed class Document
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#17242b}"
        + "h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #b9c5ca;padding:.3rem .5rem;text-align:left;vertical-align:top}"
        + "dt{font-weight:600}dd{margin:0 0 .4rem}.text{white-space:pre-wrap;overflow-wrap:anywhere}mark{background:#fbf1de;border-bottom:2px solid #a8731a}"
        + "mark.Edited{border-bottom-style:dotted}mark.dismissed{background:none;border-bottom-style:dashed}.left-out{color:#55656e;border-bottom:2px dotted #55656e}"
        + ".muted{color:#55656e}.two{display:grid;grid-template-columns:1fr 1fr;gap:1rem}code{overflow-wrap:anywhere}"
        + "@media(max-width:800px){.two{grid-template-columns:1fr}}@media print{body{margin:0;max-width:none}mark{border:1px solid #000}}";

    private readonly HtmlContentBuilder html = new();

    /// <summary>Begins a document.</summary>
    /// <param name="language">Tag of its language.</param>
    /// <param name="title">Title.</param>
    public Document(string language, string title)
    {
        html.AppendHtml($"<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            .Append(title)
            .AppendHtml($"</title>\n<style>{Style}</style>\n</head>\n<body>\n<h1>")
            .Append(title)
            .AppendHtml("</h1>\n");
    }

    /// <summary>A heading of a part.</summary>
    public Document Heading(string text) => Element("h2", text);

    /// <summary>An element with a text.</summary>
    public Document Element(string tag, string text)
    {
        html.AppendHtml($"<{tag}>").Append(text).AppendHtml($"</{tag}>\n");
        return this;
    }

    /// <summary>Names and values; those without a value are left out.</summary>
    public Document Facts(params (string Name, string? Value)[] facts)
    {
        html.AppendHtml("<dl>\n");
        foreach (var (name, value) in facts.Where(f => f.Value is not null))
        {
            Element("dt", name).Element("dd", value!);
        }

        html.AppendHtml("</dl>\n");
        return this;
    }

    /// <summary>A table; nothing where it has no rows.</summary>
    public Document Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return this;
        }

        html.AppendHtml("<table>\n");
        Row("th", columns);
        all.ForEach(row => Row("td", row));
        html.AppendHtml("</table>\n");
        return this;
    }

    /// <summary>Content of its own within an element.</summary>
    /// <param name="open">The tag that opens it.</param>
    /// <param name="content">Content.</param>
    /// <param name="close">The tag that closes it.</param>
    public Document Block(string open, IHtmlContent content, string close)
    {
        html.AppendHtml(open).AppendHtml(content).AppendHtml(close);
        return this;
    }

    /// <summary>The whole document.</summary>
    public string Finish()
    {
        using var writer = new StringWriter();
        html.AppendHtml("</body>\n</html>\n").WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }

    private void Row(string cell, IReadOnlyList<string> values)
    {
        html.AppendHtml("<tr>");
        foreach (var value in values)
        {
            html.AppendHtml($"<{cell}>").Append(value).AppendHtml($"</{cell}>");
        }

        html.AppendHtml("</tr>\n");
    }
}
