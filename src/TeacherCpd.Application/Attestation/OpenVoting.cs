using AutoMapper;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A secretary puts a case to the vote.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record OpenVotingCommand(Guid CaseId) : ICommand<Done>;

/// <summary>The commission would vote on nothing: points of a sheet that counts, or a test that is needed, are not recorded.</summary>
public sealed record ResultsNotRecorded() : Error("results_not_recorded", ErrorKind.Conflict);

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

        var attestationCase = found.Value;
        if (attestationCase.Status == AttestationCaseStatus.Voting)
        {
            return Done.Value;
        }

        var evaluation = await Evaluation.OfCaseAsync(db, mapper, attestationCase, time.Today(), cancellationToken);
        var answer = evaluation.Answer;
        var incomplete = (evaluation.Criteria.Count > 0 && attestationCase.Scores.Count == 0) || (answer.TestRequired == true && attestationCase.TestPercent is null);
        if (attestationCase.Status == AttestationCaseStatus.UnderReview && answer.AttestationRequired != false && incomplete)
        {
            return new ResultsNotRecorded();
        }

        return attestationCase.OpenVoting() is { } error ? error : Done.Value;
    }
}
