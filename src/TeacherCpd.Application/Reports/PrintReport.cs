using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Reports;

/// <summary>Kinds of files.</summary>
public enum ReportFormat
{
    /// <summary>Text for spreadsheets.</summary>
    Csv,

    /// <summary>Workbook.</summary>
    Xlsx,

    /// <summary>Document to print.</summary>
    Pdf,
}

/// <summary>A report as a file, the same figures as on its page.</summary>
/// <param name="Name">Name of the report.</param>
/// <param name="Filter">What it is asked for.</param>
/// <param name="Language">Language of the file.</param>
/// <param name="Format">Kind of the file.</param>
[SignedIn]
public sealed record PrintReportQuery(string Name, ReportFilter Filter, Language Language, ReportFormat Format) : IQuery<ResultFile>;

/// <summary>Everything that a file of a report says, in the language of the reader.</summary>
/// <param name="Title">Title.</param>
/// <param name="Facts">What was asked for, and what is counted.</param>
/// <param name="Names">Headings of the columns of names.</param>
/// <param name="Columns">Columns of figures.</param>
/// <param name="Headings">Their headings.</param>
/// <param name="Rows">Rows with their names and figures.</param>
/// <param name="Sum">Figures of all rows together, under <paramref name="SumName"/>; null where there is no sum.</param>
/// <param name="SumName">What the sum is called.</param>
/// <param name="On">Day of the file.</param>
/// <param name="Language">Language.</param>
public sealed record PrintedReport(
    string Title,
    IReadOnlyList<PrintedFact> Facts,
    IReadOnlyList<string> Names,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<string> Headings,
    IReadOnlyList<(IReadOnlyList<string> Names, IReadOnlyList<ReportCell> Cells)> Rows,
    IReadOnlyList<ReportCell>? Sum,
    string SumName,
    DateOnly On,
    Language Language);

/// <summary>Writes reports in one format.</summary>
public interface IReportWriter
{
    /// <summary>The format.</summary>
    ReportFormat Format { get; }

    /// <summary>The file. The same report always gives the same bytes.</summary>
    byte[] Write(PrintedReport report);
}

internal sealed class PrintReportHandler(IMediator mediator, IEnumerable<IReportWriter> writers, TimeProvider time) : IRequestHandler<PrintReportQuery, Result<ResultFile>>
{
    public async Task<Result<ResultFile>> Handle(PrintReportQuery request, CancellationToken cancellationToken)
    {
        var view = await mediator.Send(new GetReportQuery(request.Name, request.Filter), cancellationToken);
        if (view.Error is { } error)
        {
            return error;
        }

        var printed = Printed(view.Value, request.Language, time.Today());
        var writer = writers.First(w => w.Format == request.Format);
        return new ResultFile($"{view.Value.Report.Name}-{view.Value.Filter.Year}.{request.Format.ToString().ToLowerInvariant()}", writer.Write(printed));
    }

    private static PrintedReport Printed(ReportView view, Language language, DateOnly today)
    {
        var (table, filter) = (view.Table, view.Filter);
        return new PrintedReport(
            view.Report.Title.In(language),
            [
                new PrintedFact(T("quotas.year"), ReportName.Of(filter.Year).Code),
                .. Fact("reports.place", view.Place?.Name.In(language)),
                .. Fact("groups.programme", filter.Programme),
                .. Fact("groups.language", filter.Language is { } l ? T($"enum.Language.{l}") : null),
                .. Fact("organisations.settlement", filter.Settlement is { } s ? T($"enum.Settlement.{s}") : null),
                .. Fact("organisations.ownership", filter.Ownership is { } o ? T($"enum.Ownership.{o}") : null),
                .. Fact("reports.day", filter.Day?.ToString("d", TextCatalogue.CultureOf(language))),
                new PrintedFact(T("reports.rule"), view.Report.Rule.In(language)),
                new PrintedFact(T("reports.made"), today.ToString("d", TextCatalogue.CultureOf(language))),
            ],
            [.. table.Names.Select(n => T($"reports.column.{n}"))],
            table.Columns,
            [.. table.Columns.Select(c => c.Heading.In(language))],
            [.. table.Rows.Select(r => ((IReadOnlyList<string>)[.. r.Names.Select(n => n.Text.In(language))], (IReadOnlyList<ReportCell>)[.. table.Columns.Select(c => table.Cell(r, c))]))],
            table.HasSum ? [.. table.Columns.Select(table.Sum)] : null,
            T("quotas.sum"),
            today,
            language);

        string T(string key, params object?[] args) => TextCatalogue.Get(language, key, args);

        IEnumerable<PrintedFact> Fact(string key, string? value) => value is null ? [] : [new PrintedFact(T(key), value)];
    }
}
