using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary closes the vote on every case of the sitting on which all who are there and have a part have voted.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record DecideSittingCommand(Guid SittingId) : ICommand<AgendaOutcome>;

internal sealed class DecideSittingHandler(IAppDbContext db, IMapper mapper, CurrentUser user, CaseChain chain, TimeProvider time)
    : IRequestHandler<DecideSittingCommand, Result<AgendaOutcome>>
{
    public async Task<Result<AgendaOutcome>> Handle(DecideSittingCommand request, CancellationToken cancellationToken)
    {
        var sitting = await db.SittingToHoldAsync(user, request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        var ids = sitting.Items.OrderBy(i => i.Place).Select(i => i.CaseId).ToList();
        var cases = await db.AttestationCases
            .Where(c => ids.Contains(c.Id) && c.CommissionId == sitting.CommissionId && c.Status == AttestationCaseStatus.Voting && c.PersonId != user.Me)
            .Include(c => c.Scores)
            .Include(c => c.Votes)
            .Include(c => c.Recusals)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var decided = 0;
        foreach (var attestationCase in cases.OrderBy(c => ids.IndexOf(c.Id)))
        {
            var waitsFor = sitting.PresentNow.Any(m =>
                attestationCase.Recusals.All(r => r.MemberId != m) && attestationCase.CountedVotes.All(v => v.MemberId != m));
            if (waitsFor)
            {
                continue;
            }

            var outcome = await db.DecideAsync(mapper, chain, attestationCase, time.UtcNow(), cancellationToken);
            if (outcome.Error is SittingNotOpen or CommissionWithoutPowers)
            {
                return outcome.Error;
            }

            decided += outcome.IsOk ? 1 : 0;
        }

        return new AgendaOutcome(decided, cases.Count - decided);
    }
}
