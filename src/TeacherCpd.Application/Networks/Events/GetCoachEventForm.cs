using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Networks.Events;

/// <summary>Who can hold an event, and for which schools.</summary>
/// <param name="SchoolId">School of the coach; null: the first.</param>
[SignedIn]
public sealed record GetCoachEventFormQuery(Guid? SchoolId) : IQuery<CoachEventForm>;

/// <summary>Choices for an event.</summary>
/// <param name="SchoolId">School of the coach.</param>
/// <param name="Schools">Schools to choose it from.</param>
/// <param name="Coaches">Its coaches.</param>
/// <param name="For">Schools for which it can be: the own one and those of its networks in the school year of today.</param>
public sealed record CoachEventForm(Guid SchoolId, IReadOnlyList<NamedChoice> Schools, IReadOnlyList<CoachChoice> Coaches, IReadOnlyList<NamedChoice> For);

/// <summary>A coach to choose.</summary>
public sealed record CoachChoice(Guid Id, string Name, IReadOnlyList<CoachDirection> Directions);

internal sealed class GetCoachEventFormHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetCoachEventFormQuery, Result<CoachEventForm>>
{
    public async Task<Result<CoachEventForm>> Handle(GetCoachEventFormQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var inHand = db.CoachesInHand(user, today);
        var schools = await db.Organisations
            .Where(o => inHand.Any(c => c.SchoolId == o.Id))
            .OrderBy(o => o.SortKey)
            .Select(o => new NamedChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        var school = request.SchoolId is { } wanted ? schools.Find(s => s.Id == wanted) : schools.FirstOrDefault();
        if (school is null)
        {
            return new NotFound();
        }

        var coaches = await (
            from coach in inHand
            where coach.SchoolId == school.Id
            join person in db.Persons on coach.PersonId equals person.Id
            orderby person.SortKey, person.Id
            select new { person.Id, Name = person.FamilyName + " " + person.GivenName, coach.Direction })
            .ToListAsync(cancellationToken);
        var names = await db.OrganisationNamesAsync(await db.NeighboursAsync(school.Id, NetworkQueries.SchoolYearOf(today), cancellationToken), cancellationToken);
        return new CoachEventForm(
            school.Id,
            schools,
            [.. coaches.GroupBy(c => (c.Id, c.Name)).Select(g => new CoachChoice(g.Key.Id, g.Key.Name, [.. g.Select(c => c.Direction).Order()]))],
            [.. names.OrderBy(n => n.Key == school.Id ? 0 : 1).ThenBy(n => SortKey.Of(n.Value.Kk), StringComparer.Ordinal).Select(n => new NamedChoice(n.Key, n.Value))]);
    }
}
