using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Application.Access;

/// <summary>Reads a person's roles afresh for each request, so that a role taken away is gone at once. One query.</summary>
public sealed class CurrentUserLoader(IAppDbContext db, CurrentUser user)
{
    /// <summary>Makes the person the current user.</summary>
    public async Task LoadAsync(Guid personId, CancellationToken cancellationToken)
    {
        var found = await db.Persons
            .Where(p => p.Id == personId)
            .Select(p => new
            {
                p.OneTimePasswordSince,
                Grants = p.Roles
                    .Join(db.Organisations, role => role.OrganisationId, organisation => organisation.Id, (role, organisation) => new Grant(role.Role, organisation.Path))
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        user.SignedInAs(personId, found?.Grants ?? [], found?.OneTimePasswordSince is not null);
    }
}
