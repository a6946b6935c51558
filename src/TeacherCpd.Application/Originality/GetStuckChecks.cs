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
public sealed class StuckCheckView
{
    public Guid Id { get; init; }

    public CheckStatus Status { get; init; }

    public int Attempts { get; init; }

    public DateTime QueuedAt { get; init; }

    public required string GroupCode { get; init; }

    public required string ListenerCode { get; init; }

    public MaterialKind Kind { get; init; }

    public int Part { get; init; }

    public int Number { get; init; }

    /// <summary>Number that the teacher quotes.</summary>
    public string Receipt => ReceiptNumber.Of(ListenerCode, Kind, Part, Number);
}

internal sealed class GetStuckChecksHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetStuckChecksQuery, Result<StuckChecksView>>
{
    public async Task<Result<StuckChecksView>> Handle(GetStuckChecksQuery request, CancellationToken cancellationToken)
    {
        var stuck = db.StuckChecksOf(user, time.UtcNow());
        var checks = await stuck.OrderBy(c => c.QueuedAt).Take(StuckChecksView.Most).ToListAsync(cancellationToken);
        return new StuckChecksView(checks, checks.Count < StuckChecksView.Most ? checks.Count : await stuck.CountAsync(cancellationToken));
    }
}
