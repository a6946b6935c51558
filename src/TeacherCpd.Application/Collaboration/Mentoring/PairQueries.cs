using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>Which pairs somebody may change.</summary>
internal static class PairQueries
{
    /// <summary>The pairs of the schools that a user leads: those of their young teachers.</summary>
    public static IQueryable<MentoringPair> PairsLedBy(this IAppDbContext db, CurrentUser user) =>
        from pair in db.MentoringPairs
        join school in db.Organisations.Within(user.Scopes(Permission.LeadCollaboration)) on pair.SchoolId equals school.Id
        select pair;

    /// <summary>A pair of the user, in its turn, with all that belongs to it.</summary>
    public static async Task<Result<OwnPair>> OwnPairAsync(this IAppDbContext db, CurrentUser user, Guid pairId, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfAsync(pairId, cancellationToken);
        var me = user.Me;
        var pair = await db.MentoringPairs.Include(p => p.Steps).Include(p => p.Meetings).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Id == pairId && (p.MentorId == me || p.YoungTeacherId == me), cancellationToken);
        return pair is null ? new NotFound() : new OwnPair(pair, pair.SideOf(me)!.Value);
    }

    /// <summary>A pair that the user is of or leads, in its turn.</summary>
    public static async Task<MentoringPair?> PairInHandAsync(this IAppDbContext db, CurrentUser user, Guid pairId, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfAsync(pairId, cancellationToken);
        var me = user.Me;
        return await db.MentoringPairs.SingleOrDefaultAsync(p => p.Id == pairId && (p.MentorId == me || p.YoungTeacherId == me), cancellationToken)
            ?? await db.PairsLedBy(user).SingleOrDefaultAsync(p => p.Id == pairId, cancellationToken);
    }
}

/// <summary>A pair and who of it the user is.</summary>
internal sealed record OwnPair(MentoringPair Pair, MentoringSide Side);
