using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>Of whom a school forms a team.</summary>
/// <param name="SchoolId">Which school of the user; null: the first.</param>
[RequirePermission(Permission.LeadCollaboration)]
public sealed record GetTeamFormQuery(Guid? SchoolId) : IQuery<TeamForm>;

/// <summary>Choices for a team.</summary>
/// <param name="People">Pedagogues of the school.</param>
/// <param name="Before">Teams as which people of the school took a course.</param>
public sealed record TeamForm(Guid SchoolId, IReadOnlyList<NamedChoice> Schools, IReadOnlyList<Colleague> People, IReadOnlyList<FormerTeam> Before);

/// <summary>People of a school who took a course as a team.</summary>
/// <param name="EnrolledAs">What their enrolments have in common.</param>
public sealed record FormerTeam(Guid EnrolledAs, string Code, LocalizedText Title, IReadOnlyList<string> Names);

internal sealed class GetTeamFormHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetTeamFormQuery, Result<TeamForm>>
{
    private const int MostEnrolments = 60;

    public async Task<Result<TeamForm>> Handle(GetTeamFormQuery request, CancellationToken cancellationToken)
    {
        var schools = await db.SchoolsLedBy(user).ToListAsync(cancellationToken);
        var school = request.SchoolId is { } wanted ? schools.Find(s => s.Id == wanted) : schools.FirstOrDefault();
        if (school is null)
        {
            return new NotFound();
        }

        var before = await (
            from enrolment in db.Enrolments
            where enrolment.SchoolId == school.Id && enrolment.TeamId != null && !db.SchoolTeams.Any(t => t.Courses.Any(c => c.EnrolledAs == enrolment.TeamId))
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            orderby studyGroup.StartsOn descending, enrolment.TeamId, person.SortKey
            select new { TeamId = enrolment.TeamId!.Value, studyGroup.Code, programme.Title, Name = person.FamilyName + " " + person.GivenName })
            .Take(MostEnrolments)
            .ToListAsync(cancellationToken);
        return new TeamForm(
            school.Id,
            schools,
            await db.ColleaguesAsync(school.Id, time.Today(), cancellationToken),
            [.. before.GroupBy(b => (b.TeamId, b.Code)).Select(g => new FormerTeam(g.Key.TeamId, g.Key.Code, g.First().Title, [.. g.Select(b => b.Name)]))]);
    }
}
