using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Observations;

/// <summary>Asks whether the user may begin a sheet at all: the form itself needs nothing else.</summary>
[RequirePermission(Permission.ObserveLessons)]
public sealed record GetObservationFormQuery : IQuery<Done>;

internal sealed class GetObservationFormHandler : IRequestHandler<GetObservationFormQuery, Result<Done>>
{
    public Task<Result<Done>> Handle(GetObservationFormQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Done>>(Done.Value);
}
