using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>Asks whether the user may add evidence at all: the form itself needs nothing else.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetEvidenceFormQuery : IQuery<Done>;

internal sealed class GetEvidenceFormHandler : IRequestHandler<GetEvidenceFormQuery, Result<Done>>
{
    public Task<Result<Done>> Handle(GetEvidenceFormQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Done>>(Done.Value);
}
