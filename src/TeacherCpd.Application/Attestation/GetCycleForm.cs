using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Attestation;

/// <summary>The organisations for which the user may plan cycles.</summary>
[RequirePermission(Permission.ManageCycles)]
public sealed record GetCycleFormQuery : IQuery<IReadOnlyList<CycleSeat>>;

/// <summary>An organisation to choose.</summary>
public sealed record CycleSeat(Guid Id, LocalizedText Name);

internal sealed class GetCycleFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetCycleFormQuery, Result<IReadOnlyList<CycleSeat>>>
{
    public async Task<Result<IReadOnlyList<CycleSeat>>> Handle(GetCycleFormQuery request, CancellationToken cancellationToken) => await db.Organisations
        .Within(user.Scopes(Permission.ManageCycles))
        .Where(o => o.Kind == OrganisationKind.Ministry || o.Kind == OrganisationKind.Region || o.Kind == OrganisationKind.District)
        .OrderBy(o => o.Path)
        .Select(o => new CycleSeat(o.Id, o.Name))
        .ToListAsync(cancellationToken);
}
