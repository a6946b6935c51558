using Microsoft.AspNetCore.Html;
using TeacherCpd.Application.Originality;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Web.Pages.Originality;

/// <summary>A case as one HTML file: its figures, and its history with statement, verdict and appeal in full.</summary>
internal static class CaseDocument
{
    /// <summary>The file.</summary>
    /// <param name="view">Case.</param>
    /// <param name="texts">Texts of the reader's language.</param>
    /// <param name="language">Tag of that language.</param>
    /// <param name="at">When it is made (UTC).</param>
    public static string Of(OriginalityCaseView view, PageTexts texts, string language, DateTime at)
    {
        var history = new HtmlContentBuilder();
        foreach (var step in view.Steps)
        {
            history.AppendHtml("<h3>")
                .Append(CaseTexts.Title(step, texts))
                .AppendHtml("</h3>\n<p class=\"muted\">")
                .Append(string.Join(" · ", new[] { texts.Moment(step.At), step.Who }.OfType<string>()))
                .AppendHtml("</p>\n");
            if (step.Words is { } words)
            {
                history.AppendHtml("<div class=\"text\">").Append(words).AppendHtml("</div>\n");
            }
        }

        return new Document(language, texts["originality.case.title", view.Number])
            .Facts(
                (texts["originality.case.teacher"], view.Teacher),
                (texts["originality.case.work"], $"{view.Receipt} · {texts[view.Stage]} · {view.GroupCode}"),
                (texts["originality.list.state"], texts[view.Status]),
                (texts["originality.case.statement_due"], texts.Day(view.StatementDueOn)),
                (texts["originality.case.verdict"], view.Verdict is { } verdict ? texts[verdict] : null),
                (texts["originality.case.appeal_due"], view.AppealDueOn is { } due ? texts.Day(due) : null),
                (texts["originality.case.outcome"], view.Outcome is { } outcome ? texts[outcome] : null),
                (texts["originality.file.made"], texts.Moment(at)))
            .Heading(texts["originality.case.checks"])
            .Table(
                [texts["portfolio.part"], texts["originality.round"], texts["originality.list.state"], texts["originality.round.finished"], texts["originality.report.similarity"], texts["originality.report.reviewed"]],
                view.Checks.Select(c => new[]
                {
                    texts[$"portfolio.part.{c.Kind}", c.Part],
                    texts[c.Round],
                    texts[c.Status],
                    c.FinishedAt is { } finished ? texts.Moment(finished) : "—",
                    c.Permille is { } permille ? texts.Percent(permille) : "—",
                    c.ReviewedPermille is { } reviewed ? texts.Percent(reviewed) : "—",
                }))
            .Heading(texts["originality.case.history"])
            .Block("<div>\n", history, "</div>\n")
            .Finish();
    }
}
