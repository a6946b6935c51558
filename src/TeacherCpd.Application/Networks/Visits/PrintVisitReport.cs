using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Reports;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>The report of a visit as a file, with what its page says.</summary>
/// <param name="VisitId">Visit.</param>
/// <param name="Language">Language of the file; outcomes stand as they were written.</param>
/// <param name="Format">Kind of the file.</param>
[SignedIn]
public sealed record PrintVisitReportQuery(Guid VisitId, Language Language, ReportFormat Format) : IQuery<ResultFile>;

internal sealed class PrintVisitReportHandler(IMediator mediator, IEnumerable<IReportWriter> writers, TimeProvider time) : IRequestHandler<PrintVisitReportQuery, Result<ResultFile>>
{
    private const string Number = "number";
    private const string Share = "share";
    private const string Whole = "whole";

    public async Task<Result<ResultFile>> Handle(PrintVisitReportQuery request, CancellationToken cancellationToken)
    {
        var view = await mediator.Send(new GetVisitReportQuery(request.VisitId), cancellationToken);
        if (view.Error is { } error)
        {
            return error;
        }

        var printed = Printed(view.Value, request.Language, time.Today());
        return new ResultFile($"visit-{view.Value.StartsOn:yyyy-MM-dd}.{request.Format.ToString().ToLowerInvariant()}", writers.First(w => w.Format == request.Format).Write(printed));
    }

    private static PrintedReport Printed(VisitReport report, Language language, DateOnly today)
    {
        var culture = TextCatalogue.CultureOf(language);
        ReportColumn[] columns = [new(Number, ColumnKind.CountApart), new(Share, ColumnKind.ShareOfRow, Number, Whole)];
        return new PrintedReport(
            $"{T("visits.report")}: {report.School.In(language)}",
            [
                new PrintedFact(T("visits.title_of"), report.Title),
                new PrintedFact(T("visits.visitor"), report.Visitor.In(language)),
                new PrintedFact(T("visits.starts_on"), report.StartsOn.ToString("d", culture)),
                new PrintedFact(T("visits.sent_at"), report.SentAt is { } sent ? Clock.DayOf(sent).ToString("d", culture) : T("visits.not_sent")),
                .. report.Stages.Select(s => new PrintedFact(T($"enum.VisitStageKind.{s.Kind}"), s.Outcome)),
                .. report.Contradictions.Select(r => new PrintedFact(T("visits.contradiction"), T("visits.contradiction.of", T($"enum.VisitCountKind.{r.Part}"), T($"enum.VisitCountKind.{r.Whole}")))),
                new PrintedFact(T("reports.made"), today.ToString("d", culture)),
            ],
            [T("visits.stage"), T("visits.counted")],
            columns,
            [T("visits.number"), T("visits.share")],
            [
                .. report.Stages.SelectMany(s => s.Counts.Select(c => (
                    (IReadOnlyList<string>)[T($"enum.VisitStageKind.{s.Kind}"), T($"enum.VisitCountKind.{c.Kind}")],
                    (IReadOnlyList<ReportCell>)[new ReportCell(c.Number, null), report.Shares.FirstOrDefault(x => x.Ratio.Part == c.Kind) is { } share ? new ReportCell(share.Part, share.Whole) : default]))),
            ],
            null,
            "",
            today,
            language);

        string T(string key, params object?[] args) => TextCatalogue.Get(language, key, args);
    }
}
