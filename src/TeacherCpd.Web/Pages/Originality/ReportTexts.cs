using Microsoft.AspNetCore.Html;
using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

/// <summary>
/// The texts of a report with their matches marked, for the page and for the file alike. A mark of the text is <c>m-3</c>, the same
/// match in its source <c>s-3</c>, each a link to the other. Made in one piece: white space between tags would be shown.
/// </summary>
internal static class ReportTexts
{
    /// <summary>The checked text.</summary>
    public static IHtmlContent Text(IEnumerable<TextPiece> pieces, PageTexts texts)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in pieces)
        {
            if (piece.Match is { } match)
            {
                var review = match.Review == MatchReview.Dismissed ? " dismissed" : "";
                html.AppendHtml($"<mark id=\"m-{match.Number}\" data-match=\"{match.Number}\" class=\"{match.Kind}{review}\" tabindex=\"-1\">")
                    .Append(piece.Text)
                    .AppendHtml($"<sup><a href=\"#s-{match.Number}\" aria-label=\"")
                    .Append(texts["originality.match.to_source", match.Number, match.Source])
                    .AppendHtml($"\">{match.Number}</a></sup></mark>");
            }
            else if (piece.Exclusion is { } reason)
            {
                html.AppendHtml("<span class=\"left-out\" title=\"").Append(texts[reason]).AppendHtml("\">").Append(piece.Text).AppendHtml("</span>");
            }
            else
            {
                html.Append(piece.Text);
            }
        }

        return html;
    }

    /// <summary>What is shown of a source.</summary>
    public static IHtmlContent Source(SourceText text, PageTexts texts)
    {
        var html = new HtmlContentBuilder();
        foreach (var piece in text.Pieces)
        {
            if (piece.IsGap)
            {
                html.AppendHtml("<span class=\"gap\"> … </span>");
            }

            if (piece.Match is not { } number)
            {
                html.Append(piece.Text);
                continue;
            }

            html.AppendHtml(piece.Begins ? $"<mark id=\"s-{number}\" data-match=\"{number}\" tabindex=\"-1\">" : $"<mark data-more=\"{number}\">").Append(piece.Text);
            if (piece.Begins)
            {
                html.AppendHtml($"<sup><a href=\"#m-{number}\" aria-label=\"")
                    .Append(texts["originality.match.to_text", number])
                    .AppendHtml($"\">{number}</a></sup>");
            }

            html.AppendHtml("</mark>");
        }

        return html;
    }
}
