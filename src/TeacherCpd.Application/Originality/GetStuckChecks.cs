using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Originality;

/// <summary>The checks of the own scope that failed or wait longer than they should.</summary>
[RequirePermission(Permission.RunOriginality)]
public sealed record GetStuckChecksQuery : IQuery<StuckChecksView>;

/// <summary>Stuck checks.</summary>
/// <param name="Checks">The oldest first, at most <see cref="Most"/>.</param>
/// <param name="Total">All of them.</param>
public sealed record StuckChecksView(IReadOnlyList<StuckCheckView> Checks, int Total)
{
    /// <summary>Rows on the page.</summary>
    public const int Most = 100;
}

/// <summary>A stuck check.</summary>
public sealed record StuckCheckView
{
    public Guid Id { get; init; }

    public CheckStatus Status { get; init; }

    public int Attempts { get; init; }

    public DateTime QueuedAt { get; init; }

    /// <summary>When it was last queued again; null where it never was.</summary>
    public DateTime? QueuedAgainAt { get; init; }

    /// <summary>When it failed for good; null while it waits.</summary>
    public DateTime? FailedAt { get; init; }

    public CheckRound Round { get; init; }

    /// <summary>Its tries, the first one first.</summary>
    public IReadOnlyList<TryView> Tries { get; init; } = [];

    public required string GroupCode { get; init; }

    public required string ListenerCode { get; init; }

    public MaterialKind Kind { get; init; }

    public int Part { get; init; }

    public int Number { get; init; }

    /// <summary>Number that the teacher quotes.</summary>
    public string Receipt => ReceiptNumber.Of(ListenerCode, Kind, Part, Number);
}

/// <summary>A try of a check.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="StartedAt">When it began (UTC).</param>
/// <param name="Took">How long it took.</param>
public sealed record TryView(int Number, DateTime StartedAt, TimeSpan Took);

internal sealed class GetStuckChecksHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetStuckChecksQuery, Result<StuckChecksView>>
{
    public async Task<Result<StuckChecksView>> Handle(GetStuckChecksQuery request, CancellationToken cancellationToken)
    {
        var stuck = db.StuckChecksOf(user, time.UtcNow());
        var checks = await stuck.OrderBy(c => c.QueuedAt).Take(StuckChecksView.Most).ToListAsync(cancellationToken);
        var ids = checks.Select(c => c.Id).ToList();
        var tries = (await db.OriginalityChecks
            .Where(c => EF.Parameter(ids).Contains(c.Id))
            .SelectMany(c => c.Tries)
            .OrderBy(t => t.Number)
            .Select(t => new { t.CheckId, t.Number, t.StartedAt, t.EndedAt })
            .ToListAsync(cancellationToken)).ToLookup(t => t.CheckId, t => new TryView(t.Number, t.StartedAt, t.EndedAt - t.StartedAt));
        checks = [.. checks.Select(c => c with { Tries = [.. tries[c.Id]] })];
        return new StuckChecksView(checks, checks.Count < StuckChecksView.Most ? checks.Count : await stuck.CountAsync(cancellationToken));
    }
}
