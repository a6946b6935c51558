using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Accounts;

/// <summary>
/// Nobody changes their own roles or resets their own password: nobody raises themselves, and since whoever takes the
/// role of an administrator away keeps theirs, one always remains.
/// </summary>
public sealed record NotOnOneself() : Error("not_on_oneself", ErrorKind.Conflict);

/// <summary>The role is not held over an organisation of this kind.</summary>
/// <param name="Role">Role.</param>
/// <param name="Here">Kind of the organisation.</param>
public sealed record RoleNotHere(Role Role, OrganisationKind Here) : Error("role_not_here", ErrorKind.Invalid)
{
    public override IReadOnlyList<object?> Args => [Role, Here];

    public override string Field => nameof(Role);
}

/// <summary>Parts of queries that the use cases of administrators share.</summary>
internal static class PeopleQueries
{
    /// <summary>People who work, worked or hold a role in the organisations over which the user manages people.</summary>
    public static IQueryable<Person> ManagedBy(this IAppDbContext db, CurrentUser user)
    {
        var places = db.Organisations.Within(user.Scopes(Permission.ManagePeople)).Select(o => o.Id);
        return db.Persons.Where(p => p.Roles.Any(r => places.Contains(r.OrganisationId)) || p.Employments.Any(e => places.Contains(e.OrganisationId)));
    }

    /// <summary>One of those people with roles and employments, to be changed; null where there is none.</summary>
    public static Task<Person?> ManagedPersonAsync(this IAppDbContext db, CurrentUser user, Guid id, CancellationToken cancellationToken) =>
        db.ManagedBy(user).Include(p => p.Roles).Include(p => p.Employments).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);

    /// <summary>The paths of organisations by their ids.</summary>
    public static Task<Dictionary<Guid, string>> PathsAsync(this IAppDbContext db, IEnumerable<Guid> organisations, CancellationToken cancellationToken)
    {
        var ids = organisations.Distinct().ToList();
        return db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Path, cancellationToken);
    }
}
