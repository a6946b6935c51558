using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Testing.Player;

/// <summary>Ends the attempts whose time is over and whose people did not come back.</summary>
[SystemOnly]
public sealed record EndOverdueAttemptsCommand : ICommand<Done>;

internal sealed class EndOverdueAttemptsHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<EndOverdueAttemptsCommand, Result<Done>>
{
    // the next minute has its own
    private const int MostAtOnce = 100;

    public async Task<Result<Done>> Handle(EndOverdueAttemptsCommand request, CancellationToken cancellationToken)
    {
        await db.TakeScoringTurnAsync(cancellationToken);
        var now = time.UtcNow();
        var overdue = await db.TestAttempts
            .Where(a => a.EndedAt == null && a.EndsAt <= now)
            .OrderBy(a => a.EndsAt)
            .Take(MostAtOnce)
            .Include(a => a.Answers)
            .Include(a => a.Scores)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var items = overdue.Count == 0 ? [] : await db.ScoredItemsAsync(overdue.SelectMany(a => a.Answers).Select(a => a.VersionId), cancellationToken);
        overdue.ForEach(a => a.End(now, items));
        return Done.Value;
    }
}
