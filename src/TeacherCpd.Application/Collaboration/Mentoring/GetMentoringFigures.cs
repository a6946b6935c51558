using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>How many beginners have a mentor: at a place and at the places right below it. Who works at two schools counts at each.</summary>
/// <param name="PlaceId">School, district, region or ministry; null for the first in reach.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetMentoringFiguresQuery(Guid? PlaceId) : IQuery<MentoringFigures>;

/// <summary>Figures of mentoring.</summary>
/// <param name="Place">The place.</param>
/// <param name="Above">The place above, where the user sees it too.</param>
/// <param name="Years">Years up to which somebody is a beginner.</param>
/// <param name="Below">Places right below where beginners work, those with most beginners without a mentor first; the school itself at a school.</param>
public sealed record MentoringFigures(MentoringPlace Place, MentoringPlace? Above, int Years, IReadOnlyList<MentoringRow> Below)
{
    /// <summary>Beginners of the place.</summary>
    public int Beginners => Below.Sum(b => b.Beginners);

    /// <summary>Those who have a mentor.</summary>
    public int WithMentor => Below.Sum(b => b.WithMentor);
}

/// <summary>A place of the figures.</summary>
public sealed record MentoringPlace(Guid Id, LocalizedText Name, OrganisationKind Kind);

/// <summary>Figures of a place.</summary>
/// <param name="Beginners">Beginners who work there.</param>
/// <param name="WithMentor">Those in a pair that runs.</param>
public sealed record MentoringRow(MentoringPlace Place, int Beginners, int WithMentor);

internal sealed class GetMentoringFiguresHandler(IAppDbContext db, CurrentUser user, CollaborationRules rules, TimeProvider time)
    : IRequestHandler<GetMentoringFiguresQuery, Result<MentoringFigures>>
{
    public async Task<Result<MentoringFigures>> Handle(GetMentoringFiguresQuery request, CancellationToken cancellationToken)
    {
        var place = request.PlaceId is { } id
            ? await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken)
            : await db.Organisations.AsNoTracking().Tops(user.Scopes(Permission.SeeTraining)).OrderBy(o => o.SortKey).FirstOrDefaultAsync(cancellationToken);
        if (place is null || !user.Covers(Permission.SeeTraining, place.Path))
        {
            return new NotFound();
        }

        var above = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == place.ParentId, cancellationToken);
        var today = time.Today();
        var since = rules.BeganSince(today);
        var beginners = (
            from job in db.Persons.SelectMany(p => p.Employments)
            where CollaborationQueries.Pedagogues.Contains(job.Position) && job.From >= since && job.From <= today && (job.To == null || job.To >= today)
                && !db.Persons.Any(p => p.Id == job.PersonId && p.Employments.Any(e => CollaborationQueries.Pedagogues.Contains(e.Position) && e.From < since))
            join school in db.Organisations.Within(new[] { place.Path }) on job.OrganisationId equals school.Id
            where school.Kind == OrganisationKind.School
            select new { job.PersonId, school.Path }).Distinct();
        var all = await beginners.GroupBy(b => b.Path).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var mentored = await (
            from beginner in beginners
            join pair in db.MentoringPairs on beginner.PersonId equals pair.YoungTeacherId
            where pair.Status == PairStatus.Running
            group beginner by beginner.Path into ofSchool
            select new { ofSchool.Key, Count = ofSchool.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var children = place.Kind == OrganisationKind.School
            ? [place]
            : await db.Organisations.AsNoTracking().Where(o => o.ParentId == place.Id).OrderBy(o => o.SortKey).ToListAsync(cancellationToken);
        return new MentoringFigures(
            PlaceOf(place),
            above is not null && user.Covers(Permission.SeeTraining, above.Path) ? PlaceOf(above) : null,
            rules.BeginnerYears,
            [.. children
                .Select(c =>
                {
                    var there = all.Where(a => a.Key.StartsWith(c.Path, StringComparison.Ordinal)).ToList();
                    return new MentoringRow(PlaceOf(c), there.Sum(a => a.Count), there.Sum(a => mentored.GetValueOrDefault(a.Key)));
                })
                .Where(r => r.Beginners > 0)
                .OrderByDescending(r => r.Beginners - r.WithMentor)]);
    }

    private static MentoringPlace PlaceOf(Organisation organisation) => new(organisation.Id, organisation.Name, organisation.Kind);
}
