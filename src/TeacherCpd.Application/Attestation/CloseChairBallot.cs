using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary closes the round of the ballot: the chair is elected, or, after a tie, the next round begins.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record CloseChairBallotCommand(Guid CommissionId) : ICommand<BallotOutcome>;

/// <summary>What came of a round.</summary>
/// <param name="Elected">Whether there is a chair; false after a tie.</param>
public sealed record BallotOutcome(bool Elected);

internal sealed class CloseChairBallotHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<CloseChairBallotCommand, Result<BallotOutcome>>
{
    public async Task<Result<BallotOutcome>> Handle(CloseChairBallotCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync($"chair-ballot/{request.CommissionId}", cancellationToken);
        var commission = await db.Commissions.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == request.CommissionId && c.SecretaryId == user.Me, cancellationToken);
        if (commission is null)
        {
            return new NotFound();
        }

        var ballot = await db.ChairBallots
            .Include(b => b.Marks)
            .Include(b => b.Tallies)
            .AsSplitQuery()
            .SingleOrDefaultAsync(b => b.CommissionId == commission.Id && b.ClosedAt == null, cancellationToken);
        if (ballot is null)
        {
            // whoever comes second gets what came of it
            return commission.Serving.Any(m => m.IsChair) ? new BallotOutcome(true) : new NotFound();
        }

        var now = time.UtcNow();
        var edition = await Evaluation.InForceAsync(db, Clock.DayOf(now), cancellationToken);
        if (edition is null)
        {
            return new NoRulesInForce();
        }

        if (ballot.Close(RuleBook.Read(edition.Json).Commission.Quorum(commission.Serving.Count()), now) is { } refused)
        {
            return refused;
        }

        if (ballot.ElectedId is { } elected)
        {
            return commission.Elect(elected) is { } wrong ? wrong : new BallotOutcome(true);
        }

        await db.OpenBallotAsync(jobs, commission, ballot.Round + 1, now, cancellationToken);
        return new BallotOutcome(false);
    }
}
