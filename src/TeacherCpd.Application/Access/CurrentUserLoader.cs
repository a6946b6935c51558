using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;

namespace TeacherCpd.Application.Access;

/// <summary>Reads a person's roles afresh for each request, so that a role taken away is gone at once. One query.</summary>
public sealed class CurrentUserLoader(IAppDbContext db, CurrentUser user)
{
    /// <summary>Makes the person the current user.</summary>
    public async Task LoadAsync(Guid personId, CancellationToken cancellationToken)
    {
        // one row a role: a list of roles within a row makes SQLite read the roles of everybody
        var rows = await (
            from person in db.Persons
            where person.Id == personId
            from role in person.Roles.DefaultIfEmpty()
            join organisation in db.Organisations on role.OrganisationId equals organisation.Id into places
            from place in places.DefaultIfEmpty()
            orderby role.Id
            select new { person.OneTimePasswordSince, Role = (Role?)role.Role, Path = (string?)place.Path })
            .ToListAsync(cancellationToken);
        user.SignedInAs(
            personId,
            [.. rows.Where(r => r.Role is not null).Select(r => new Grant(r.Role!.Value, r.Path!))],
            rows.Exists(r => r.OneTimePasswordSince is not null));
    }
}
