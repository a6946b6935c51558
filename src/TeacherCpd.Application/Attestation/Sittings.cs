using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>What the use cases of sittings share.</summary>
internal static class Sittings
{
    /// <summary>Cases of a commission that can be put on an agenda: results recorded or at the vote, and on no other agenda that is to come.</summary>
    public static IQueryable<AttestationCase> Ready(this IQueryable<AttestationCase> cases, IAppDbContext db, Guid commissionId) => cases
        .OpenAt(commissionId)
        .Where(c => (c.Status == AttestationCaseStatus.Voting || c.TestPercent != null || c.Scores.Any())
            && !db.Sittings.Any(s => (s.Status == SittingStatus.Planned || s.Status == SittingStatus.Open) && s.Items.Any(i => i.CaseId == c.Id)));

    /// <summary>Puts every case that is ready on the agenda, the longest waiting first.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> AddReadyAsync(this IAppDbContext db, Sitting sitting, CancellationToken cancellationToken)
    {
        var ready = await db.AttestationCases
            .Ready(db, sitting.CommissionId)
            .OrderBy(c => c.SubmittedAt)
            .ThenBy(c => c.Number)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        ready.ForEach(id => sitting.Add(id));
        return ready.Count;
    }

    /// <summary>A sitting of a commission of which the user is the secretary, to be changed.</summary>
    public static Task<Sitting?> SittingToHoldAsync(this IAppDbContext db, CurrentUser user, Guid sittingId, CancellationToken cancellationToken) => db.Sittings
        .Where(s => s.Id == sittingId && db.Commissions.Any(c => c.Id == s.CommissionId && c.SecretaryId == user.Me))
        .Include(s => s.Items)
        .Include(s => s.Presences)
        .AsSplitQuery()
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The sitting at which a case is now; an error where it is at none, or a quorum is not there.</summary>
    public static async Task<Result<Sitting>> DecidingSittingAsync(
        this IAppDbContext db, Guid caseId, Commission commission, CommissionRules rules, CancellationToken cancellationToken)
    {
        var sitting = await db.Sittings
            .Include(s => s.Presences)
            .SingleOrDefaultAsync(s => s.Status == SittingStatus.Open && s.CommissionId == commission.Id && s.Items.Any(i => i.CaseId == caseId), cancellationToken);
        if (sitting is null)
        {
            return new SittingNotOpen();
        }

        return sitting.CheckDeciding(rules.Quorum(commission.Serving.Count())) is { } refused ? refused : sitting;
    }
}
