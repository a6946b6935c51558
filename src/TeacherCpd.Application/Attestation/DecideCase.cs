using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A secretary closes the vote on a case: the count becomes a protocol, and the category is granted, kept or lowered.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record DecideCaseCommand(Guid CaseId) : ICommand<Guid>;

internal sealed class DecideCaseHandler(IAppDbContext db, IMapper mapper, CurrentUser user, CaseChain chain, TimeProvider time) : IRequestHandler<DecideCaseCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(DecideCaseCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var attestationCase = found.Value;
        if (attestationCase.Status == AttestationCaseStatus.Decided)
        {
            // whoever comes second gets the one protocol
            return await db.Protocols.Where(p => p.CaseId == attestationCase.Id).Select(p => p.Id).SingleAsync(cancellationToken);
        }

        var decided = await db.DecideAsync(mapper, chain, attestationCase, time.UtcNow(), cancellationToken);
        return decided.Error is { } notNow ? notNow : decided.Value.Id;
    }
}
