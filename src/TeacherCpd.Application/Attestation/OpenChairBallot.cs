using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary opens the secret ballot by which the members elect their chair, once all of them have accepted.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record OpenChairBallotCommand(Guid CommissionId) : ICommand<Done>;

/// <summary>The commission has a chair, who stays to the end of its powers.</summary>
public sealed record ChairIsElected() : Error("chair_is_elected", ErrorKind.Conflict);

/// <summary>Somebody has not answered the invitation, or refused and nobody was invited in the place.</summary>
public sealed record MembersNotComplete() : Error("members_not_complete", ErrorKind.Conflict);

internal sealed class OpenChairBallotHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<OpenChairBallotCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenChairBallotCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"chair-ballot/{request.CommissionId}", cancellationToken);
        var commission = await db.Commissions.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == request.CommissionId && c.SecretaryId == user.Me, cancellationToken);
        if (commission is null)
        {
            return new NotFound();
        }

        var (today, now) = (time.Today(), time.UtcNow());
        if (commission.ValidTo < today)
        {
            return new CommissionWithoutPowers();
        }

        if (commission.Serving.Any(m => m.IsChair))
        {
            return new ChairIsElected();
        }

        if (commission.Members.Any(m => m.Status is CommissionMemberStatus.Invited or CommissionMemberStatus.Refused))
        {
            return new MembersNotComplete();
        }

        var edition = await Evaluation.InForceAsync(db, today, cancellationToken);
        if (edition is null)
        {
            return new NoRulesInForce();
        }

        var members = commission.Serving.Select(m => m.PersonId).ToList();
        if (CommissionDecision.CheckMembers(RuleBook.Read(edition.Json).Commission, members, commission.SecretaryId) is { } wrong)
        {
            return wrong;
        }

        if (await db.ChairBallots.AnyAsync(b => b.CommissionId == commission.Id && b.ClosedAt == null, cancellationToken))
        {
            return Done.Value;
        }

        var rounds = await db.ChairBallots.CountAsync(b => b.CommissionId == commission.Id, cancellationToken);
        await db.OpenBallotAsync(jobs, commission, rounds + 1, now, cancellationToken);
        return Done.Value;
    }
}

/// <summary>What the commands of the ballot share.</summary>
internal static class ChairBallots
{
    /// <summary>Opens a round and tells the members.</summary>
    public static async Task OpenBallotAsync(
        this IAppDbContext db, IBackgroundJobs jobs, Commission commission, int round, DateTime now, CancellationToken cancellationToken)
    {
        var name = await db.Organisations.Where(o => o.Id == commission.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        var former = await db.FormerChairsAsync(commission, cancellationToken);
        var ballot = ChairBallot.Open(commission.Id, round, commission.Serving.Select(m => m.PersonId).Where(id => ChairTerms.Allow(id, former)), now);
        db.ChairBallots.Add(ballot);
        foreach (var member in commission.Serving)
        {
            db.Tell(jobs, member.PersonId, AttestationNoticeKind.BallotOpened, ballot.Id, name.Kk, Clock.DayOf(now), now);
        }
    }

    /// <summary>Chairs of the commissions of the organisation before this one, the latest first.</summary>
    public static async Task<IReadOnlyList<Guid?>> FormerChairsAsync(this IAppDbContext db, Commission commission, CancellationToken cancellationToken) =>
        await db.Commissions
            .Where(c => c.OrganisationId == commission.OrganisationId && c.ValidFrom < commission.ValidFrom)
            .OrderByDescending(c => c.ValidFrom)
            .Take(ChairTerms.MostInARow)
            .Select(c => c.Members.Where(m => m.IsChair).Select(m => (Guid?)m.PersonId).FirstOrDefault())
            .ToListAsync(cancellationToken);
}
