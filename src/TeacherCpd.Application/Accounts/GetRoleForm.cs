using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>What the form for one more role of a person offers: organisations to choose from, then the roles at the chosen one.</summary>
/// <param name="OrganisationId">The chosen organisation; null while none is.</param>
/// <param name="Text">Name to look for while none is chosen.</param>
[RequirePermission(Permission.ManagePeople)]
public sealed record GetRoleFormQuery(Guid PersonId, Guid? OrganisationId, string? Text) : IQuery<RoleForm>;

/// <summary>Choices for one more role.</summary>
/// <param name="Person">Name of the person.</param>
/// <param name="Place">The chosen organisation, or null.</param>
/// <param name="Pick">Organisations to choose from; null once one is chosen.</param>
public sealed record RoleForm(string Person, RolePlace? Place, OrganisationPick? Pick);

internal sealed class GetRoleFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetRoleFormQuery, Result<RoleForm>>
{
    public async Task<Result<RoleForm>> Handle(GetRoleFormQuery request, CancellationToken cancellationToken)
    {
        var person = await db.ManagedBy(user).AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (person is null)
        {
            return new NotFound();
        }

        if (request.OrganisationId is not { } id)
        {
            return new RoleForm(person.FullName, null, await db.PickAsync(user, Permission.ManagePeople, request.Text, cancellationToken));
        }

        var place = await db.OrganisationInReachAsync(user, Permission.ManagePeople, id, cancellationToken);
        return place is null ? new NotFound() : new RoleForm(person.FullName, new RolePlace(place.Id, place.Name, place.Kind.RolesHere()), null);
    }
}
