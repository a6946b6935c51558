using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Html;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

/// <summary>A report as one HTML file: figures, rounds, matches with what people said of them, and every text that its reader may see.</summary>
internal static class ReportDocument
{
    /// <summary>The file.</summary>
    /// <param name="view">Report.</param>
    /// <param name="texts">Texts of the reader's language.</param>
    /// <param name="language">Tag of that language.</param>
    /// <param name="at">When it is made (UTC).</param>
    public static string Of(OriginalityReportView view, PageTexts texts, string language, DateTime at)
    {
        var document = new Document(language, texts["originality.report.title", view.Receipt])
            .Element("p", texts["originality.report.no_verdict"])
            .Facts(
                (texts["originality.round"], $"{texts[view.Stage]}, {texts[view.Round]}"),
                (texts["originality.report.similarity"], view.Permille is { } permille ? texts.Percent(permille) : texts["originality.report.no_words"]),
                (texts["originality.report.reviewed"], Percent(view.ReviewedPermille)),
                (texts["originality.report.sc1"], Percent(view.Sc1Permille)),
                (texts["originality.report.sc2"], Percent(view.Sc2Permille)),
                (texts["originality.report.threshold"], Percent(view.ThresholdPermille) ?? texts["originality.report.threshold.none"]),
                (texts["originality.report.words"], view.Words?.ToString(CultureInfo.CurrentCulture)),
                (texts["originality.report.excluded"], view.ExcludedWords?.ToString(CultureInfo.CurrentCulture)),
                (texts["originality.report.received"], texts.Moment(view.ReceivedAt)),
                (texts["originality.file.sha"], view.Sha256),
                (texts["originality.file.text_sha"], Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(view.Pieces.Select(p => p.Text)))))),
                (texts["originality.file.made"], texts.Moment(at)));
        if (view.PagesWithoutText > 0)
        {
            document.Element("p", texts["originality.report.pages_without_text", view.PagesWithoutText]);
        }

        if (view.HiddenCharacters > 0)
        {
            document.Element("p", texts["originality.report.hidden", view.HiddenCharacters]);
        }

        document
            .Heading(texts["originality.rounds"])
            .Table(
                [texts["originality.round"], texts["originality.list.state"], texts["originality.round.finished"], texts["originality.report.similarity"], texts["originality.report.reviewed"]],
                view.Rounds.Select(r => new[]
                {
                    texts[r.Round], texts[r.Status], r.FinishedAt is { } finished ? texts.Moment(finished) : "—", Percent(r.Permille) ?? "—", Percent(r.ReviewedPermille) ?? "—",
                }))
            .Heading(texts["originality.report.sources"])
            .Table(
                ["№", texts["originality.report.received"], texts["originality.report.similarity"], texts["originality.report.words"], texts["originality.file.note"]],
                view.Sources.Select(s => new[]
                {
                    s.Number.ToString(CultureInfo.CurrentCulture),
                    texts.Day(Clock.DayOf(s.ReceivedAt)),
                    texts.Percent(s.Permille),
                    texts["originality.report.source.words", s.MatchedWords] + (s.EditedWords > 0 ? $", {texts["originality.report.source.edited", s.EditedWords]}" : ""),
                    string.Join(", ", new[] { s.IsLater ? texts["originality.report.source.later"] : null, s.Receipt }.OfType<string>()),
                }))
            .Heading(texts["originality.matches"])
            .Table(
                ["№", texts["originality.file.passage"], texts["originality.filter.kind"], texts["originality.filter.review"], texts["originality.review.reason"]],
                view.Matches.Select(m => new[]
                {
                    m.Number.ToString(CultureInfo.CurrentCulture),
                    $"{m.Beginning} ({texts["originality.match.facts", m.Source, m.Words, m.Kind]})",
                    texts[m.Kind],
                    texts[m.Review],
                    m.Reason is null ? "" : $"{m.Reason} ({(m.ReviewedAt is { } reviewed ? texts.Moment(reviewed) : "")})",
                }))
            .Heading(texts["originality.report.exclusions"])
            .Table(
                [texts["originality.review.reason"], texts["originality.report.words"], texts["originality.file.passage"]],
                view.Exclusions.Select(e => new[] { texts[e.Reason] + (e.Handout is null ? "" : $" «{e.Handout}»"), e.Words.ToString(CultureInfo.CurrentCulture), e.Beginning }));
        if (view.Signs.Count > 0)
        {
            document
                .Heading(texts["originality.report.signs.title"])
                .Element("p", texts["originality.report.signs.hint"])
                .Table(
                    [texts["originality.report.signs.word"], texts["originality.report.signs.restored"], texts["originality.report.signs.kind"]],
                    view.Signs.Select(s => new[] { string.Concat(s.Pieces.Select(p => p.IsOdd ? $"[{p.Text}]" : p.Text)), s.Restored, texts[s.Kind] }));
        }

        document.Heading(texts["originality.report.text"]);
        return Texts(document, view, texts).Finish();

        string? Percent(int? value) => value is { } permille ? texts.Percent(permille) : null;
    }

    private static Document Texts(Document document, OriginalityReportView view, PageTexts texts)
    {
        var sources = new HtmlContentBuilder();
        sources.AppendHtml("<p class=\"muted\">").Append(texts["originality.pane.may_read"]).AppendHtml("</p>\n");
        foreach (var text in view.Texts)
        {
            var source = view.Sources[text.Source - 1];
            sources.AppendHtml("<h3>")
                .Append(texts["originality.filter.source.number", source.Number, Clock.DayOf(source.ReceivedAt)])
                .AppendHtml("</h3>\n<p class=\"muted\">")
                .Append(texts[text.IsWhole ? "originality.pane.whole" : "originality.pane.part"])
                .AppendHtml("</p>\n<div class=\"text\">")
                .AppendHtml(ReportTexts.Source(text, texts))
                .AppendHtml("</div>\n");
        }

        return document
            .Block("<div class=\"two\">\n<div class=\"text\">", ReportTexts.Text(view.Pieces, texts), "</div>\n")
            .Block("<div>\n", sources, "</div>\n</div>\n");
    }
}
