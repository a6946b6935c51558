using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Collaboration;

/// <summary>How people of the schools that somebody leads work together: beginners without a mentor, pairs and teams, those that go on first.</summary>
[RequirePermission(Permission.LeadCollaboration)]
public sealed record GetCollaborationQuery : IQuery<CollaborationView>;

/// <summary>How people of some schools work together.</summary>
/// <param name="BeginnerYears">Years up to which somebody is a beginner.</param>
/// <param name="Alone">Beginners without a mentor, by name.</param>
public sealed record CollaborationView(
    DateOnly Today, int BeginnerYears, IReadOnlyList<LonelyBeginner> Alone, IReadOnlyList<PairRow> Pairs, IReadOnlyList<TeamRow> Teams);

/// <summary>A beginner without a mentor.</summary>
public sealed record LonelyBeginner(string Name, Guid SchoolId, LocalizedText School);

/// <summary>A pair in a list.</summary>
/// <param name="NextOn">Day of the earliest step that is not done; null for none.</param>
public sealed record PairRow(Guid Id, string Number, string Mentor, string YoungTeacher, PairStatus Status, DateOnly From, DateOnly To, DateOnly? NextOn);

/// <summary>A team in a list.</summary>
/// <param name="OpenTasks">Tasks to be done.</param>
/// <param name="NextOn">Day of the earliest of them; null for none.</param>
public sealed record TeamRow(Guid Id, string Title, LocalizedText School, TeamStatus Status, int Members, int OpenTasks, int DoneTasks, DateOnly? NextOn);

internal sealed class GetCollaborationHandler(IAppDbContext db, CurrentUser user, CollaborationRules rules, TimeProvider time)
    : IRequestHandler<GetCollaborationQuery, Result<CollaborationView>>
{
    private const int Most = 200;

    public async Task<Result<CollaborationView>> Handle(GetCollaborationQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var since = rules.BeganSince(today);
        var schools = db.Organisations.Within(user.Scopes(Permission.LeadCollaboration)).Where(o => o.Kind == OrganisationKind.School);
        var alone = await (
            from person in db.Persons
            where !person.Employments.Any(e => CollaborationQueries.Pedagogues.Contains(e.Position) && e.From < since)
                && !db.MentoringPairs.Any(p => p.YoungTeacherId == person.Id && PairStates.Live.Contains(p.Status))
            from job in person.Employments
            where CollaborationQueries.Pedagogues.Contains(job.Position) && job.From <= today && (job.To == null || job.To >= today)
            join school in schools on job.OrganisationId equals school.Id
            orderby person.SortKey, person.Id
            select new LonelyBeginner(person.FamilyName + " " + person.GivenName, school.Id, school.Name))
            .Take(Most)
            .ToListAsync(cancellationToken);
        var ids = schools.Select(s => s.Id);
        var pairs = await db.MentoringPairs.Where(p => ids.Contains(p.SchoolId)).Rows(db).ToListAsync(cancellationToken);
        var teams = await db.SchoolTeams.Where(t => ids.Contains(t.SchoolId)).Rows(db).ToListAsync(cancellationToken);
        return new CollaborationView(today, rules.BeginnerYears, alone, pairs, teams);
    }
}

/// <summary>Pairs and teams as lists show them.</summary>
internal static class CollaborationRows
{
    private const int Most = 200;

    /// <summary>Pairs, those that go on first, then the latest.</summary>
    public static IQueryable<PairRow> Rows(this IQueryable<MentoringPair> pairs, IAppDbContext db) => (
        from pair in pairs
        join mentor in db.Persons on pair.MentorId equals mentor.Id
        join young in db.Persons on pair.YoungTeacherId equals young.Id
        orderby PairStates.Live.Contains(pair.Status) descending, pair.From descending, pair.Id
        select new PairRow(
            pair.Id,
            pair.Number,
            mentor.FamilyName + " " + mentor.GivenName,
            young.FamilyName + " " + young.GivenName,
            pair.Status,
            pair.From,
            pair.To,
            pair.Steps.Where(s => s.DoneOn == null).Min(s => (DateOnly?)s.DueOn))).Take(Most);

    /// <summary>Teams, those that work first, then the latest.</summary>
    public static IQueryable<TeamRow> Rows(this IQueryable<SchoolTeam> teams, IAppDbContext db) => (
        from team in teams
        join school in db.Organisations on team.SchoolId equals school.Id
        orderby team.Status == TeamStatus.Working descending, team.FormedAt descending, team.Id
        select new TeamRow(
            team.Id,
            team.Title,
            school.Name,
            team.Status,
            team.Members.Count,
            team.Tasks.Count(t => t.Status == TeamTaskStatus.Open),
            team.Tasks.Count(t => t.Status == TeamTaskStatus.Done),
            team.Tasks.Where(t => t.Status == TeamTaskStatus.Open).Min(t => (DateOnly?)t.DueOn))).Take(Most);
}
