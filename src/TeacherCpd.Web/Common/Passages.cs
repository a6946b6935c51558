using Microsoft.AspNetCore.Html;
using TeacherCpd.Application.Assessment;

namespace TeacherCpd.Web.Common;

/// <summary>A text with its matched passages marked. Made in one piece: white space between tags would be shown.</summary>
public static class Passages
{
    /// <summary>The pieces as HTML.</summary>
    public static IHtmlContent Html(IEnumerable<TextPart> parts)
    {
        var html = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            if (part.IsMatched)
            {
                html.AppendHtml("<mark>").Append(part.Text).AppendHtml("</mark>");
            }
            else
            {
                html.Append(part.Text);
            }
        }

        return html;
    }
}
