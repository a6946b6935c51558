using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Collaboration;

/// <summary>A pedagogue of a school.</summary>
/// <param name="Began">First day of work as a pedagogue anywhere.</param>
public sealed record Colleague(Guid Id, string Name, DateOnly Began);

/// <summary>Parts of queries that the use cases of working together share.</summary>
internal static class CollaborationQueries
{
    /// <summary>Positions of those who teach or lead those who teach.</summary>
    public static readonly Position[] Pedagogues = [Position.Teacher, Position.Deputy, Position.Head];

    private const int MostPeople = 500;
    private const int MostSchools = 100;

    /// <summary>The schools over which the user leads, by name.</summary>
    public static IQueryable<NamedChoice> SchoolsLedBy(this IAppDbContext db, CurrentUser user) =>
        db.Organisations
            .Within(user.Scopes(Permission.LeadCollaboration))
            .Where(o => o.Kind == OrganisationKind.School)
            .OrderBy(o => o.SortKey)
            .Take(MostSchools)
            .Select(o => new NamedChoice(o.Id, o.Name));

    /// <summary>The pedagogues who work at a school on a day, by name.</summary>
    public static Task<List<Colleague>> ColleaguesAsync(this IAppDbContext db, Guid schoolId, DateOnly today, CancellationToken cancellationToken) =>
        db.Persons
            .Where(p => p.Employments.Any(e =>
                e.OrganisationId == schoolId && Pedagogues.Contains(e.Position) && e.From <= today && (e.To == null || e.To >= today)))
            .OrderBy(p => p.SortKey)
            .ThenBy(p => p.Id)
            .Take(MostPeople)
            .Select(p => new Colleague(
                p.Id, p.FamilyName + " " + p.GivenName, p.Employments.Where(e => Pedagogues.Contains(e.Position)).Min(e => e.From)))
            .ToListAsync(cancellationToken);

    /// <summary>
    /// The pedagogues behind some numbers who work on a day at a school of the same district, with that school. A number that is not known
    /// or belongs to somebody elsewhere is not told apart: the answer would tell who works where.
    /// </summary>
    public static async Task<Dictionary<string, (Guid PersonId, Guid SchoolId)>> OfDistrictAsync(
        this IAppDbContext db, IReadOnlyCollection<string> iins, Organisation school, DateOnly today, CancellationToken cancellationToken)
    {
        var wanted = iins.ToList();
        var found = await (
            from person in db.Persons
            where wanted.Contains(person.Iin)
            from job in person.Employments
            where Pedagogues.Contains(job.Position) && job.From <= today && (job.To == null || job.To >= today)
            join place in db.Organisations on job.OrganisationId equals place.Id
            where place.Kind == OrganisationKind.School && place.ParentId == school.ParentId
            orderby job.From descending
            select new { person.Iin, PersonId = person.Id, SchoolId = place.Id })
            .ToListAsync(cancellationToken);

        // who works at this school too is of this school
        return found.GroupBy(f => f.Iin).ToDictionary(
            g => g.Key,
            g => g.OrderByDescending(f => f.SchoolId == school.Id).Select(f => (f.PersonId, f.SchoolId)).First());
    }

    /// <summary>Names by person.</summary>
    public static Task<Dictionary<Guid, string>> NamesAsync(this IAppDbContext db, IEnumerable<Guid> people, CancellationToken cancellationToken)
    {
        var ids = people.Distinct().ToList();
        return db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FamilyName + " " + p.GivenName, cancellationToken);
    }

    /// <summary>Waits for the turn of whoever changes a record of working together, which is then decided on what stands.</summary>
    public static Task TakeTurnOfAsync(this IAppDbContext db, Guid recordId, CancellationToken cancellationToken) =>
        db.TakeTurnAsync(FormattableString.Invariant($"collaboration/{recordId}"), cancellationToken);

    /// <summary>
    /// Records what somebody did with others as their activity: it waits for the school as every activity does, and once it is confirmed it
    /// counts and can be taken over as evidence.
    /// </summary>
    public static Result<DevelopmentActivity> RecordTogether(this IAppDbContext db, Guid activityId, Guid personId, ActivityFacts facts, TimeProvider time)
    {
        var title = facts.Title.Length > ActivityFacts.TitleMaxLength ? facts.Title[..ActivityFacts.TitleMaxLength] : facts.Title;
        var activity = DevelopmentActivity.Record(activityId, personId, facts with { Title = title }, time.UtcNow(), time.Today());
        if (activity.Error is null)
        {
            db.DevelopmentActivities.Add(activity.Value);
        }

        return activity;
    }

    /// <summary>The days of an activity: those planned, ended where the work was over.</summary>
    public static (DateOnly From, DateOnly To) Days(DateOnly from, DateOnly to, DateTime overAt)
    {
        var last = Clock.DayOf(overAt) < to ? Clock.DayOf(overAt) : to;
        return (from < last ? from : last, last);
    }
}

/// <summary>Nobody with this number works as a pedagogue at a school of the district.</summary>
/// <param name="Iin">The number as it was typed.</param>
public sealed record NotOfDistrict(string Iin) : Error("not_of_district", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Iin];

    /// <inheritdoc/>
    public override string Field => "OtherIins";
}
