using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Development;

/// <summary>
/// Whose training is due: at a school its people, those due first; above it the organisations right below, those with
/// most people to train first.
/// </summary>
/// <param name="PlaceId">School, district, region or ministry; null for the first over which the user sees training.</param>
/// <param name="Standing">Only people of a state; null for all. At a school only.</param>
/// <param name="Page">Page of the list, from 1; null for the whole list.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetTrainingQuery(Guid? PlaceId, TrainingStanding? Standing, int? Page) : IQuery<TrainingView>;

/// <summary>A place in a list of places.</summary>
public sealed record TrainingPlace(Guid Id, LocalizedText Name, OrganisationKind Kind);

/// <summary>Whose training is due at a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Above">The place above, where the user sees it too.</param>
/// <param name="Others">Other places that the user may begin at.</param>
/// <param name="Years">Length of the period of the rule.</param>
/// <param name="Hours">Hours asked for in it.</param>
/// <param name="Counts">All people of the place.</param>
/// <param name="CountedOn">Day of the count; null where it is of this moment.</param>
/// <param name="Below">The organisations right below; null at a school.</param>
/// <param name="People">The people; null above a school.</param>
public sealed record TrainingView(
    TrainingPlace Place,
    TrainingPlace? Above,
    IReadOnlyList<TrainingPlace> Others,
    int Years,
    int Hours,
    StandingCounts Counts,
    DateOnly? CountedOn,
    Paged<TrainingBelow>? Below,
    Paged<TrainedPerson>? People);

/// <summary>An organisation with its counts.</summary>
public sealed record TrainingBelow(TrainingPlace Place, StandingCounts Counts);

/// <summary>A person of a school.</summary>
/// <param name="LastCourse">Title of the last course; null for none.</param>
/// <param name="Hours">Hours of courses in the period that ends today.</param>
public sealed record TrainedPerson(
    string Name, LocalizedText? LastCourse, DateOnly? LastCourseOn, int Hours, DateOnly DueOn, TrainingStanding Standing);

internal sealed class GetTrainingHandler(IAppDbContext db, CurrentUser user, TrainingRule rule, TimeProvider time)
    : IRequestHandler<GetTrainingQuery, Result<TrainingView>>
{
    private static readonly OrganisationKind[] Kinds = [OrganisationKind.Region, OrganisationKind.District, OrganisationKind.School];

    public async Task<Result<TrainingView>> Handle(GetTrainingQuery request, CancellationToken cancellationToken)
    {
        var tops = await db.Organisations.AsNoTracking()
            .Tops(user.Scopes(Permission.SeeTraining))
            .OrderBy(o => o.SortKey)
            .ToListAsync(cancellationToken);
        var place = request.PlaceId is { } id
            ? await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken)
            : tops.FirstOrDefault();
        if (place is null || !user.Covers(Permission.SeeTraining, place.Path))
        {
            return new NotFound();
        }

        var above = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == place.ParentId, cancellationToken);
        var view = new TrainingView(
            PlaceOf(place),
            above is not null && user.Covers(Permission.SeeTraining, above.Path) ? PlaceOf(above) : null,
            [.. tops.Where(t => t.Id != place.Id && !place.Path.StartsWith(t.Path, StringComparison.Ordinal)).Select(PlaceOf)],
            rule.Years,
            rule.Hours,
            StandingCounts.None,
            null,
            null,
            null);
        return place.Kind == OrganisationKind.School
            ? await SchoolAsync(view, request.Standing, request.Page, cancellationToken)
            : await AboveSchoolsAsync(view, place, request.Page, cancellationToken);
    }

    private static TrainingPlace PlaceOf(Organisation organisation) => new(organisation.Id, organisation.Name, organisation.Kind);

    private async Task<TrainingView> SchoolAsync(TrainingView view, TrainingStanding? standing, int? page, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var staff = db.TrainingStates.Where(s => s.OrganisationId == view.Place.Id);
        var counts = (await staff.CountsBy(s => s.OrganisationId, rule, today).SingleOrDefaultAsync(cancellationToken))?.Counts ?? StandingCounts.None;
        var listed = staff.InStanding(standing, rule, today).OrderBy(s => s.DueOn).ThenBy(s => s.PersonId);
        var shown = await PageAsync(listed, standing is { } one ? counts.Of(one) : counts.Total, page, cancellationToken);
        var ids = shown.Items.Select(s => s.PersonId).ToList();
        var names = await db.Persons
            .Where(p => ids.Contains(p.Id))
            .Select(p => new { p.Id, Name = p.FamilyName + " " + p.GivenName })
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var courses = await db.CoursesOfAsync(ids, cancellationToken);
        var people = shown.Items.Select(s => new TrainedPerson(
            names[s.PersonId],
            courses[s.PersonId].FirstOrDefault()?.Title,
            s.LastCourseOn,
            courses[s.PersonId].Where(c => rule.Reaches(c.On, today)).Sum(c => c.Hours),
            s.DueOn,
            rule.Standing(s.SatisfiedOn, s.DueOn, today)));
        return view with { Counts = counts, People = new Paged<TrainedPerson>([.. people], shown.Number, shown.Total) };
    }

    private async Task<TrainingView> AboveSchoolsAsync(TrainingView view, Organisation place, int? page, CancellationToken cancellationToken)
    {
        var (counts, countedOn) = await CountsBelowAsync(place, cancellationToken);
        var children = await db.Organisations.AsNoTracking()
            .Where(o => o.ParentId == place.Id && Kinds.Contains(o.Kind))
            .OrderBy(o => o.SortKey)
            .ToListAsync(cancellationToken);
        var below = children
            .Select(o => new TrainingBelow(PlaceOf(o), counts.GetValueOrDefault(o.Id, StandingCounts.None)))
            .OrderByDescending(b => b.Counts.Overdue + b.Counts.Never)
            .ToList();
        var number = Math.Clamp(page ?? 1, 1, new Paged<TrainingBelow>([], 1, below.Count).Pages);
        return view with
        {
            Counts = below.Select(b => b.Counts).Aggregate(StandingCounts.None, (sum, some) => sum.With(some)),
            CountedOn = countedOn,
            Below = new Paged<TrainingBelow>(
                page is null ? below : [.. below.Skip((number - 1) * Paging.Size).Take(Paging.Size)], number, below.Count),
        };
    }

    // by the level of the place: of the country last night's count, below it what stands now
    private async Task<(Dictionary<Guid, StandingCounts> Counts, DateOnly? CountedOn)> CountsBelowAsync(Organisation place, CancellationToken cancellationToken)
    {
        var today = time.Today();
        if (place.ParentId is null)
        {
            var tallies = await db.TrainingTallies.AsNoTracking().ToListAsync(cancellationToken);
            if (tallies.Count > 0)
            {
                return (
                    tallies.ToDictionary(t => t.OrganisationId, t => new StandingCounts(t.InOrder, t.DueSoon, t.Overdue, t.Never)),
                    tallies.Min(t => t.CountedOn));
            }
        }

        var counts = place switch
        {
            { ParentId: null } => db.TrainingStates.CountsBy(s => s.RegionId, rule, today),
            { Kind: OrganisationKind.Region } => db.TrainingStates.Where(s => s.RegionId == place.Id && s.DistrictId != null).CountsBy(s => s.DistrictId!.Value, rule, today),
            _ => db.TrainingStates.Where(s => s.DistrictId == place.Id).CountsBy(s => s.OrganisationId, rule, today),
        };
        return (await counts.ToDictionaryAsync(c => c.PlaceId, c => c.Counts, cancellationToken), null);
    }

    private static async Task<Paged<TrainingState>> PageAsync(IQueryable<TrainingState> people, int total, int? page, CancellationToken cancellationToken) =>
        page is { } number
            ? await people.AsNoTracking().PageAsync(total, number, cancellationToken)
            : new Paged<TrainingState>(await people.AsNoTracking().ToListAsync(cancellationToken), 1, total);
}
