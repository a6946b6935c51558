using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary puts every case of the agenda to the vote at once, so that members go through them without waiting for each other.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record PutAllToVoteCommand(Guid SittingId) : ICommand<AgendaOutcome>;

/// <summary>What came of a step with many cases.</summary>
/// <param name="Done">Cases with which it was done.</param>
/// <param name="Left">Cases with which it could not be done, each for a reason that its page tells.</param>
public sealed record AgendaOutcome(int Done, int Left);

internal sealed class PutAllToVoteHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time)
    : IRequestHandler<PutAllToVoteCommand, Result<AgendaOutcome>>
{
    public async Task<Result<AgendaOutcome>> Handle(PutAllToVoteCommand request, CancellationToken cancellationToken)
    {
        var sitting = await db.SittingToHoldAsync(user, request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        var ids = sitting.Items.Select(i => i.CaseId).ToList();
        var cases = await db.AttestationCases
            .Where(c => ids.Contains(c.Id) && c.CommissionId == sitting.CommissionId && c.Status == AttestationCaseStatus.UnderReview)
            .Include(c => c.Scores)
            .Include(c => c.Votes)
            .Include(c => c.Recusals)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var put = 0;
        foreach (var attestationCase in cases)
        {
            switch (await db.PutToVoteAsync(mapper, attestationCase, time.UtcNow(), cancellationToken))
            {
                case null:
                    put++;
                    break;
                case (SittingNotOpen or QuorumNotReached or CommissionWithoutPowers) and { } refused:
                    return refused;
            }
        }

        return new AgendaOutcome(put, cases.Count - put);
    }
}
