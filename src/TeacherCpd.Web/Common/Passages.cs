using System.Globalization;
using Microsoft.AspNetCore.Html;
using TeacherCpd.Application.Assessment;

namespace TeacherCpd.Web.Common;

/// <summary>A text with its matched passages marked. Made in one piece: white space between tags would be shown.</summary>
public static class Passages
{
    /// <summary>The pieces as HTML. Each match is a target: <c>match-1-3</c> is the third of the first text, <c>remark-2</c> the passage of the second remark.</summary>
    /// <param name="parts">Pieces of a text.</param>
    /// <param name="place">Place of the text on the page, from 1.</param>
    public static IHtmlContent Html(IEnumerable<TextPart> parts, int place)
    {
        var html = new HtmlContentBuilder();
        var last = 0;
        var lastRemark = 0;
        foreach (var part in parts)
        {
            if (part.Remark > 0)
            {
                html.AppendHtml(part.Remark == lastRemark ? "<span class=\"remark\">" : string.Create(CultureInfo.InvariantCulture, $"<span class=\"remark\" id=\"remark-{part.Remark}\">"));
                lastRemark = part.Remark;
            }

            if (part.IsMatched)
            {
                var name = Name(place, part.Match);
                html.AppendHtml(part.Match == last ? "<mark" : $"<mark id=\"match-{name}\"").AppendHtml($" data-match=\"{name}\">").Append(part.Text).AppendHtml("</mark>");
                last = part.Match;
            }
            else
            {
                html.Append(part.Text);
            }

            if (part.Remark > 0)
            {
                html.AppendHtml("</span>");
            }
        }

        return html;
    }

    /// <summary>Name of a match on the page.</summary>
    public static string Name(int place, int match) => string.Create(CultureInfo.InvariantCulture, $"{place}-{match}");
}
