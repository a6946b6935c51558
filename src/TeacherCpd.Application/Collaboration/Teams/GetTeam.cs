using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>A team, for its members and for whoever leads the school.</summary>
[SignedIn]
public sealed record GetTeamQuery(Guid TeamId) : IQuery<TeamView>;

/// <summary>A team.</summary>
/// <param name="MayRun">Whether the user leads the team or the school.</param>
/// <param name="Offers">Courses that take a team of this size now; for whoever may send it.</param>
public sealed record TeamView(
    Guid Id,
    LocalizedText School,
    string Title,
    string Aim,
    TeamStatus Status,
    DateTime FormedAt,
    DateTime? CompletedAt,
    string? Outcome,
    IReadOnlyList<TeamMemberLine> Members,
    IReadOnlyList<TeamTaskLine> Tasks,
    IReadOnlyList<TeamReviewLine> Reviews,
    IReadOnlyList<TeamCourseLine> Courses,
    IReadOnlyList<TeamOffer> Offers,
    bool MayRun,
    DateOnly Today);

/// <summary>Somebody of the team.</summary>
public sealed record TeamMemberLine(Guid PersonId, string Name, TeamRole Role, string Part);

/// <summary>A task.</summary>
/// <param name="MayFinish">Whether the user may say that it is done.</param>
public sealed record TeamTaskLine(
    Guid Id, string Title, string Responsible, DateOnly DueOn, TeamTaskStatus Status, string? Words, string? Link, DateTime? ClosedAt, bool MayFinish);

/// <summary>A review.</summary>
public sealed record TeamReviewLine(Guid Id, DateOnly On, string? Words);

/// <summary>What became of a member in a course to which the team went.</summary>
public sealed record TeamCourseLine(Guid GroupId, string Code, LocalizedText Title, string Name, EnrolmentStatus Status);

/// <summary>A course that takes teams of this size.</summary>
public sealed record TeamOffer(Guid GroupId, string Code, LocalizedText Title, DateOnly StartsOn);

internal sealed class GetTeamHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetTeamQuery, Result<TeamView>>
{
    private const int MostOffers = 20;

    public async Task<Result<TeamView>> Handle(GetTeamQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var team = await db.SchoolTeams.AsNoTracking().Whole().SingleOrDefaultAsync(t => t.Id == request.TeamId, cancellationToken);
        if (team is null)
        {
            return new NotFound();
        }

        var school = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == team.SchoolId, cancellationToken);
        var leadsSchool = user.Covers(Permission.LeadCollaboration, school.Path);
        if (!leadsSchool && team.Members.All(m => m.PersonId != me))
        {
            return new NotFound();
        }

        var names = await db.NamesAsync(team.Members.Select(m => m.PersonId), cancellationToken);
        var enrolledAs = team.Courses.Select(c => (Guid?)c.EnrolledAs).ToList();
        var courses = enrolledAs.Count == 0
            ? []
            : await (
                from enrolment in db.Enrolments
                where enrolledAs.Contains(enrolment.TeamId)
                join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
                join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
                join programme in db.Programmes on version.ProgrammeId equals programme.Id
                join person in db.Persons on enrolment.PersonId equals person.Id
                orderby studyGroup.StartsOn descending, person.SortKey
                select new TeamCourseLine(studyGroup.Id, studyGroup.Code, programme.Title, person.FamilyName + " " + person.GivenName, enrolment.Status))
                .ToListAsync(cancellationToken);
        var maySend = user.Covers(Permission.NominateTeachers, school.Path) && team.Status == TeamStatus.Working;
        return new TeamView(
            team.Id,
            school.Name,
            team.Title,
            team.Aim,
            team.Status,
            team.FormedAt,
            team.CompletedAt,
            team.Outcome,
            [.. team.Members.OrderBy(m => m.Role).ThenBy(m => names[m.PersonId], StringComparer.Ordinal).Select(m => new TeamMemberLine(m.PersonId, names[m.PersonId], m.Role, m.Part))],
            [.. team.Tasks.OrderBy(t => t.Status).ThenBy(t => t.DueOn).ThenBy(t => t.Id).Select(t => new TeamTaskLine(
                t.Id, t.Title, names[t.ResponsibleId], t.DueOn, t.Status, t.Words, t.Link, t.ClosedAt, t.ResponsibleId == me || team.IsLedBy(me)))],
            [.. team.Reviews.OrderBy(r => r.On).ThenBy(r => r.Id).Select(r => new TeamReviewLine(r.Id, r.On, r.Words))],
            courses,
            maySend ? await OffersAsync(team.Members.Count, cancellationToken) : [],
            leadsSchool || team.IsLedBy(me),
            time.Today());
    }

    private async Task<IReadOnlyList<TeamOffer>> OffersAsync(int size, CancellationToken cancellationToken)
    {
        var today = time.Today();
        return await (
            from studyGroup in db.Groups
            where studyGroup.Status == GroupStatus.Recruiting && studyGroup.StartsOn > today
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            where version.TeamSize == size
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby studyGroup.StartsOn, studyGroup.Code
            select new TeamOffer(studyGroup.Id, studyGroup.Code, programme.Title, studyGroup.StartsOn))
            .Take(MostOffers)
            .ToListAsync(cancellationToken);
    }
}
