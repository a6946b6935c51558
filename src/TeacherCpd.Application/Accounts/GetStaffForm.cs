using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>What the form for a new staff member offers: organisations to choose from, then what there is at the chosen one.</summary>
/// <param name="OrganisationId">The chosen one; null while none is.</param>
/// <param name="Text">Name to look for while none is chosen.</param>
[RequirePermission(Permission.ManagePeople)]
public sealed record GetStaffFormQuery(Guid? OrganisationId, string? Text) : IQuery<StaffForm>;

/// <summary>Choices for a new staff member.</summary>
/// <param name="Place">The chosen organisation, or null.</param>
/// <param name="Pick">Organisations to choose from; null once one is chosen.</param>
public sealed record StaffForm(RolePlace? Place, OrganisationPick? Pick);

/// <summary>An organisation and the roles that may be held over it.</summary>
public sealed record RolePlace(Guid Id, LocalizedText Name, IReadOnlyList<Role> Roles);

internal sealed class GetStaffFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetStaffFormQuery, Result<StaffForm>>
{
    public async Task<Result<StaffForm>> Handle(GetStaffFormQuery request, CancellationToken cancellationToken)
    {
        if (request.OrganisationId is not { } id)
        {
            return new StaffForm(null, await db.PickAsync(user, Permission.ManagePeople, request.Text, cancellationToken));
        }

        var place = await db.OrganisationInReachAsync(user, Permission.ManagePeople, id, cancellationToken);
        return place is null ? new NotFound() : new StaffForm(new RolePlace(place.Id, place.Name, place.Kind.RolesHere()), null);
    }
}
