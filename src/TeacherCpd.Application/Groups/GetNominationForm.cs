using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Groups;

/// <summary>Whom a school may send to a course.</summary>
/// <param name="SchoolId">Which school of the user; null: the first.</param>
[RequirePermission(Permission.NominateTeachers)]
public sealed record GetNominationFormQuery(Guid GroupId, Guid? SchoolId) : IQuery<NominationForm>;

/// <summary>Choices for sending teachers.</summary>
/// <param name="TeamSize">How many of the school come together; null where each comes alone.</param>
public sealed record NominationForm(
    Guid GroupId,
    string Code,
    LocalizedText Title,
    DateOnly StartsOn,
    DateOnly EndsOn,
    bool TakesApplications,
    int PlacesLeft,
    int? TeamSize,
    Guid SchoolId,
    IReadOnlyList<NamedChoice> Schools,
    IReadOnlyList<NominationChoice> Teachers);

/// <summary>A teacher of the school.</summary>
/// <param name="Status">How the person is in the group already; null when they are not.</param>
/// <param name="Prior">What the person was trained in before; null where that is no ground for a warning.</param>
/// <param name="Clashes">Other courses of the person in the same days.</param>
public sealed record NominationChoice(Guid PersonId, string Name, EnrolmentStatus? Status, PriorTraining? Prior, IReadOnlyList<CourseClash> Clashes)
{
    /// <summary>Whether the person may be sent.</summary>
    public bool MayBeSent => Status is null or EnrolmentStatus.Applied or EnrolmentStatus.Withdrawn;
}

internal sealed class GetNominationFormHandler(IAppDbContext db, CurrentUser user, TrainingRule rule, TimeProvider time)
    : IRequestHandler<GetNominationFormQuery, Result<NominationForm>>
{
    private const int MostSchools = 100;
    private const int MostTeachers = 500;

    public async Task<Result<NominationForm>> Handle(GetNominationFormQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var course = await (
            from g in db.Groups
            where g.Id == request.GroupId
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { Group = g, ProgrammeId = programme.Id, programme.Title, version.TeamSize, Taken = db.Enrolments.WithPlace().Count(e => e.GroupId == g.Id) })
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        var schools = await db.Organisations
            .Within(user.Scopes(Permission.NominateTeachers))
            .Where(o => o.Kind == OrganisationKind.School)
            .OrderBy(o => o.SortKey)
            .Take(MostSchools)
            .Select(o => new NamedChoice(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        var school = request.SchoolId is { } wanted ? schools.Find(s => s.Id == wanted) : schools.FirstOrDefault();
        if (course is null || school is null)
        {
            return new NotFound();
        }

        var teachers = await db.Persons
            .Where(p => p.Roles.Any(r => r.Role == Role.Teacher)
                && p.Employments.Any(e => e.OrganisationId == school.Id && e.From <= today && (e.To == null || e.To >= today)))
            .OrderBy(p => p.SortKey)
            .Take(MostTeachers)
            .Select(p => new NominationChoice(
                p.Id,
                p.FamilyName + " " + p.GivenName,
                db.Enrolments.Where(e => e.GroupId == request.GroupId && e.PersonId == p.Id).Select(e => (EnrolmentStatus?)e.Status).FirstOrDefault(),
                null,
                Array.Empty<CourseClash>()))
            .ToListAsync(cancellationToken);
        var prior = await db.TrainedSince([.. teachers.Select(t => (t.PersonId, course.ProgrammeId))], rule, today, cancellationToken);
        var clashes = await db.CourseClashesAsync([.. teachers.Select(t => (t.PersonId, course.Group.Id))], cancellationToken);
        return new NominationForm(
            course.Group.Id,
            course.Group.Code,
            course.Title,
            course.Group.StartsOn,
            course.Group.EndsOn,
            course.Group.TakesApplications(today),
            Math.Max(0, course.Group.Capacity - course.Taken),
            course.TeamSize,
            school.Id,
            schools,
            teachers.ConvertAll(t => t with
            {
                Prior = prior.GetValueOrDefault((t.PersonId, course.ProgrammeId)),
                Clashes = [.. clashes[(t.PersonId, course.Group.Id)]],
            }));
    }
}
