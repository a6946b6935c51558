using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Application.Access;

/// <summary>Reads a person's roles afresh for each request, so that a role taken away is gone at once. One query.</summary>
public sealed class CurrentUserLoader(IAppDbContext db, CurrentUser user)
{
    /// <summary>Makes the person the current user.</summary>
    public async Task LoadAsync(Guid personId, CancellationToken cancellationToken)
    {
        var grants = await db.Persons
            .Where(p => p.Id == personId)
            .SelectMany(p => p.Roles)
            .Join(db.Organisations, role => role.OrganisationId, organisation => organisation.Id, (role, organisation) => new Grant(role.Role, organisation.Path))
            .ToListAsync(cancellationToken);
        user.SignedInAs(personId, grants);
    }
}
