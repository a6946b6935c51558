using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary puts a case of the agenda to the vote, at a sitting with a quorum.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record OpenVotingCommand(Guid CaseId) : ICommand<Done>;

/// <summary>The commission would vote on nothing: points of a sheet that counts, or a test that is needed, are not recorded.</summary>
public sealed record ResultsNotRecorded() : Error("results_not_recorded", ErrorKind.Conflict);

/// <summary>So many members have no part in the case that those left are no two thirds: another commission has to decide it.</summary>
/// <param name="Left">Members left.</param>
/// <param name="Needed">Least number.</param>
public sealed record TooManyRecused(int Left, int Needed) : Error("too_many_recused", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Left, Needed];
}

internal sealed class OpenVotingHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time)
    : IRequestHandler<OpenVotingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenVotingCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        return await db.PutToVoteAsync(mapper, found.Value, time.UtcNow(), cancellationToken) is { } error ? error : Done.Value;
    }
}

/// <summary>Puts cases to the vote, one or many.</summary>
internal static class PuttingToVote
{
    /// <summary>Puts a case to the vote. One that is there stays.</summary>
    public static async Task<Error?> PutToVoteAsync(
        this IAppDbContext db, IMapper mapper, AttestationCase attestationCase, DateTime now, CancellationToken cancellationToken)
    {
        if (attestationCase.Status == AttestationCaseStatus.Voting)
        {
            return null;
        }

        if (AttestationCaseStates.Table.Check(attestationCase.Status, AttestationCaseStatus.Voting) is { } notNow)
        {
            return notNow;
        }

        var today = Clock.DayOf(now);
        var evaluation = await Evaluation.OfCaseAsync(db, mapper, attestationCase, today, cancellationToken);
        var answer = evaluation.Answer;

        // a result that was annulled by an act is not waited for
        var testIsMissing = answer.TestRequired == true && attestationCase.TestPercent is null && evaluation.Question.TestViolations == 0;
        var incomplete = (evaluation.Criteria.Count > 0 && attestationCase.Scores.Count == 0) || testIsMissing;
        if (answer.AttestationRequired != false && incomplete)
        {
            return new ResultsNotRecorded();
        }

        var commission = await db.Commissions.Include(c => c.Members).SingleAsync(c => c.Id == attestationCase.CommissionId, cancellationToken);
        if (!commission.HasPowersOn(today))
        {
            return new CommissionWithoutPowers();
        }

        var sitting = await db.DecidingSittingAsync(attestationCase.Id, commission, evaluation.Rules.Commission, cancellationToken);
        if (sitting.Error is { } outside)
        {
            return outside;
        }

        // once more, right before the vote: people change their jobs and declare ties while a case is under review
        var members = commission.Serving.Select(m => m.PersonId).ToList();
        var seat = await db.Organisations.Where(o => o.Id == commission.OrganisationId).Select(o => o.Kind).SingleAsync(cancellationToken);
        await db.RecuseAsync(attestationCase, members, seat.Level(), now, cancellationToken);
        var needed = evaluation.Rules.Commission.Quorum(members.Count);
        var left = members.Count(m => attestationCase.Recusals.All(r => r.MemberId != m));
        return left < needed ? new TooManyRecused(left, needed) : attestationCase.OpenVoting();
    }
}
