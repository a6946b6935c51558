using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>One person as an administrator sees them: workplaces and roles, as far as in reach.</summary>
[RequirePermission(Permission.ManagePeople)]
public sealed record GetPersonQuery(Guid Id) : IQuery<PersonView>;

/// <summary>A person.</summary>
/// <param name="IsMe">Whether it is the user: nobody changes their own roles.</param>
/// <param name="OneTimePasswordSince">Since when the person has a password that an administrator saw; null where it is their own.</param>
/// <param name="ReachesBeyond">Whether the person holds a role that the user does not reach, so that only an administrator above gives a new password.</param>
public sealed record PersonView(
    Guid Id,
    string Name,
    string Iin,
    string? Email,
    Language Language,
    IReadOnlyList<EmploymentRow> Employments,
    IReadOnlyList<RoleRow> Roles,
    bool IsMe,
    DateTime? OneTimePasswordSince,
    bool ReachesBeyond);

/// <summary>A workplace of a person.</summary>
public sealed record EmploymentRow(LocalizedText Organisation, Position Position, DateOnly From, DateOnly? To);

/// <summary>A role of a person.</summary>
public sealed record RoleRow(Guid Id, Role Role, LocalizedText Organisation);

internal sealed class GetPersonHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetPersonQuery, Result<PersonView>>
{
    public async Task<Result<PersonView>> Handle(GetPersonQuery request, CancellationToken cancellationToken)
    {
        var person = await db.ManagedPersonAsync(user, request.Id, cancellationToken);
        if (person is null)
        {
            return new NotFound();
        }

        var ids = person.Employments.Select(e => e.OrganisationId).Concat(person.Roles.Select(r => r.OrganisationId)).Distinct().ToList();
        var places = await db.Organisations
            .Within(user.Scopes(Permission.ManagePeople))
            .Where(o => ids.Contains(o.Id))
            .Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return new PersonView(
            person.Id,
            person.FullName,
            person.Iin,
            person.Email,
            person.Language,
            [.. person.Employments
                .Where(e => places.ContainsKey(e.OrganisationId))
                .OrderByDescending(e => e.From)
                .Select(e => new EmploymentRow(places[e.OrganisationId], e.Position, e.From, e.To))],
            [.. person.Roles
                .Where(r => places.ContainsKey(r.OrganisationId))
                .OrderBy(r => r.Role)
                .Select(r => new RoleRow(r.Id, r.Role, places[r.OrganisationId]))],
            person.Id == user.Me,
            person.OneTimePasswordSince,
            person.Roles.Any(r => !places.ContainsKey(r.OrganisationId)));
    }
}
