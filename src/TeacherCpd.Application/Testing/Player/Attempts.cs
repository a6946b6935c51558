using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Testing.Player;

/// <summary>What the use cases of an attempt share.</summary>
internal static class Attempts
{
    /// <summary>The own attempt, whole, in its turn: two tabs, devices or a form sent twice come one after the other. Null where there is none.</summary>
    public static async Task<TestAttempt?> FindAttemptAsync(this IAppDbContext db, CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"attempt/{id}"), cancellationToken);
        var me = user.Me;
        return await db.TestAttempts.Include(a => a.Answers).Include(a => a.Scores).AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id && a.PersonId == me, cancellationToken);
    }

    /// <summary>Items by version, as scoring needs them.</summary>
    public static async Task<Dictionary<Guid, ScoredItem>> ScoredItemsAsync(this IAppDbContext db, IEnumerable<Guid> versions, CancellationToken cancellationToken)
    {
        var ids = versions.Distinct().ToList();
        return (await db.ItemVersions
            .Where(v => EF.Parameter(ids).Contains(v.Id))
            .Select(v => new { v.Id, v.Json, v.IsFaulty })
            .ToListAsync(cancellationToken))
            .ToDictionary(v => v.Id, v => new ScoredItem(ItemContent.Parse(v.Json), v.IsFaulty));
    }

    /// <summary>
    /// Waits for the turn to score: an attempt that ends while an item of it is struck out is either scored again with the others or finds the
    /// item struck out.
    /// </summary>
    public static Task TakeScoringTurnAsync(this IAppDbContext db, CancellationToken cancellationToken) => db.TakeTurnAsync("attempt-scoring", cancellationToken);

    /// <summary>Ends an attempt and scores it; one that has ended stays as it is.</summary>
    public static async Task EndAsync(this IAppDbContext db, TestAttempt attempt, DateTime at, CancellationToken cancellationToken)
    {
        if (attempt.EndedAt is null)
        {
            await db.TakeScoringTurnAsync(cancellationToken);
            attempt.End(at, await db.ScoredItemsAsync(attempt.Answers.Select(a => a.VersionId), cancellationToken));
        }
    }
}
