using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Development;

/// <summary>Asks whether the user may record an activity at all: the form itself needs nothing else.</summary>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record GetActivityFormQuery : IQuery<Done>;

internal sealed class GetActivityFormHandler : IRequestHandler<GetActivityFormQuery, Result<Done>>
{
    public Task<Result<Done>> Handle(GetActivityFormQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Done>>(Done.Value);
}
