using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Reports;

/// <summary>The day to which a report is to count is none of its year.</summary>
public sealed record ReportDayOfOtherYear() : Error("report_day_of_other_year", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Day";
}

/// <summary>A report by its name: what it can be asked for, who sees it, and how it is read.</summary>
/// <param name="name">Stable name, of addresses and of the command line.</param>
/// <param name="table">Table of the report for 2022 that it computes, such as T09; empty for none.</param>
/// <param name="takes">What it can be asked for beside the year.</param>
/// <param name="seenBy">Permissions of which one is needed; the query asks again.</param>
public abstract class Report(string name, string table, ReportParameters takes, IReadOnlyList<Permission> seenBy)
{
    /// <summary>First year that can be asked for.</summary>
    public const int FirstYear = 2000;

    /// <summary>Last year that can be asked for.</summary>
    public const int LastYear = 2100;

    /// <summary>Stable name.</summary>
    public string Name => name;

    /// <summary>Table of the report for 2022; empty for none.</summary>
    public string Table => table;

    /// <summary>What it can be asked for.</summary>
    public ReportParameters Takes => takes;

    /// <summary>Title in the three languages.</summary>
    public LocalizedText Title => TextCatalogue.Raw($"reports.{name}");

    /// <summary>Who and what is counted, in the three languages.</summary>
    public LocalizedText Rule => TextCatalogue.Raw($"reports.{name}.rule");

    /// <summary>Permissions of which one is needed.</summary>
    public IReadOnlyList<Permission> Permissions => seenBy;

    /// <summary>Whether a user may read it, of whatever places.</summary>
    public bool IsSeenBy(CurrentUser user) => seenBy.Any(user.Can);

    /// <summary>The question without what the report does not take.</summary>
    public ReportFilter Asked(ReportFilter filter) => new(Math.Clamp(filter.Year, FirstYear, LastYear))
    {
        PlaceId = takes.HasFlag(ReportParameters.Place) ? filter.PlaceId : null,
        Programme = takes.HasFlag(ReportParameters.Programme) && !string.IsNullOrWhiteSpace(filter.Programme) ? filter.Programme.Trim() : null,
        Language = takes.HasFlag(ReportParameters.Language) ? filter.Language : null,
        Settlement = takes.HasFlag(ReportParameters.Settlement) ? filter.Settlement : null,
        Ownership = takes.HasFlag(ReportParameters.Ownership) ? filter.Ownership : null,
        Day = takes.HasFlag(ReportParameters.Day) ? filter.Day : null,
    };

    /// <summary>Reads it.</summary>
    /// <param name="mediator">Sends its query.</param>
    /// <param name="asked">The question as <see cref="Asked"/> gives it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<Result<ReportTable>> ReadAsync(IMediator mediator, ReportFilter asked, CancellationToken cancellationToken) =>
        asked.Day is { } day && day.Year != asked.Year
            ? new ReportDayOfOtherYear()
            : await AskAsync(mediator, asked, cancellationToken);

    /// <summary>Sends its query and makes the table of the answer.</summary>
    protected abstract Task<Result<ReportTable>> AskAsync(IMediator mediator, ReportFilter filter, CancellationToken cancellationToken);
}

/// <summary>A report out of the answer of one query.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <inheritdoc cref="Report"/>
internal sealed class Report<T>(
    string name, string table, ReportParameters takes, IReadOnlyList<Permission> seenBy, Func<ReportFilter, IQuery<T>> query, Func<T, ReportTable> read)
    : Report(name, table, takes, seenBy)
{
    /// <inheritdoc/>
    protected override async Task<Result<ReportTable>> AskAsync(IMediator mediator, ReportFilter filter, CancellationToken cancellationToken)
    {
        var answer = await mediator.Send(query(filter), cancellationToken);
        return answer.Error is { } error ? error : read(answer.Value);
    }
}
