using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Accounts;

/// <summary>People over whom the user manages.</summary>
/// <param name="Text">An IIN, or the beginning of family name and given name; null for everybody.</param>
/// <param name="OrganisationId">Only those who work or hold a role right there; null for everywhere in reach.</param>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.ManagePeople)]
public sealed record GetPeopleQuery(string? Text, Guid? OrganisationId, int Page) : IQuery<PeopleView>;

/// <summary>A list of people.</summary>
/// <param name="Organisation">Name of the organisation whose people they are; null for everywhere in reach.</param>
public sealed record PeopleView(LocalizedText? Organisation, Paged<PersonRow> People);

/// <summary>A person in a list.</summary>
/// <param name="Workplaces">Where the person works now, as far as in reach.</param>
/// <param name="Roles">Roles, as far as in reach.</param>
public sealed record PersonRow(Guid Id, string Name, IReadOnlyList<LocalizedText> Workplaces, IReadOnlyList<Role> Roles);

internal sealed class GetPeopleHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetPeopleQuery, Result<PeopleView>>
{
    public async Task<Result<PeopleView>> Handle(GetPeopleQuery request, CancellationToken cancellationToken)
    {
        Organisation? organisation = null;
        var found = Found(db.ManagedBy(user).AsNoTracking(), request.Text);
        if (request.OrganisationId is { } id)
        {
            organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
            if (organisation is null || !user.Covers(Permission.ManagePeople, organisation.Path))
            {
                return new NotFound();
            }

            found = found.Where(p => p.Roles.Any(r => r.OrganisationId == id) || p.Employments.Any(e => e.OrganisationId == id));
        }

        var total = await found.CountAsync(cancellationToken);
        var page = await found
            .Include(p => p.Roles)
            .Include(p => p.Employments)
            .AsSplitQuery()
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Id)
            .PageAsync(total, request.Page, cancellationToken);
        return new PeopleView(organisation?.Name, new Paged<PersonRow>(await RowsAsync(page.Items, cancellationToken), page.Number, total));
    }

    private static IQueryable<Person> Found(IQueryable<Person> people, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return people;
        }

        var iin = Iin.Parse(text.Trim());
        if (iin.IsOk)
        {
            return people.Where(p => p.Iin == iin.Value.Value);
        }

        // what has no letter has no key, and the beginning of nothing would be everybody
        var key = SortKey.Of(text);
        return key.Length == 0 ? people.Where(p => false) : people.Where(p => p.SortKey.StartsWith(key));
    }

    private async Task<List<PersonRow>> RowsAsync(IReadOnlyList<Person> people, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var ids = people.SelectMany(p => p.Employments.Select(e => e.OrganisationId).Concat(p.Roles.Select(r => r.OrganisationId))).Distinct().ToList();
        var places = await db.Organisations
            .Within(user.Scopes(Permission.ManagePeople))
            .Where(o => ids.Contains(o.Id))
            .Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        return [.. people.Select(p => new PersonRow(
            p.Id,
            p.FullName,
            [.. p.Employments.Where(e => e.To is null || e.To >= today).Select(e => e.OrganisationId).Distinct().Where(places.ContainsKey).Select(id => places[id])],
            [.. p.Roles.Where(r => places.ContainsKey(r.OrganisationId)).Select(r => r.Role).Distinct().Order()]))];
    }
}
