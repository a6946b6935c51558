using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Teams;

/// <summary>Which teams somebody may change.</summary>
internal static class TeamQueries
{
    /// <summary>The teams of the schools that a user leads.</summary>
    public static IQueryable<SchoolTeam> TeamsLedBy(this IAppDbContext db, CurrentUser user) =>
        from team in db.SchoolTeams
        join school in db.Organisations.Within(user.Scopes(Permission.LeadCollaboration)) on team.SchoolId equals school.Id
        select team;

    /// <summary>A team to be changed by a member or by whoever leads the school, in its turn and with all that belongs to it.</summary>
    public static async Task<SchoolTeam?> TeamInHandAsync(this IAppDbContext db, CurrentUser user, Guid teamId, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfAsync(teamId, cancellationToken);
        var me = user.Me;
        return await db.SchoolTeams.Whole().SingleOrDefaultAsync(t => t.Id == teamId && t.Members.Any(m => m.PersonId == me), cancellationToken)
            ?? await db.TeamsLedBy(user).Whole().SingleOrDefaultAsync(t => t.Id == teamId, cancellationToken);
    }

    /// <summary>A team to be run: by who leads it, or by whoever leads the school.</summary>
    public static async Task<Result<SchoolTeam>> TeamToRunAsync(this IAppDbContext db, CurrentUser user, Guid teamId, CancellationToken cancellationToken)
    {
        var team = await db.TeamInHandAsync(user, teamId, cancellationToken);
        if (team is null)
        {
            return new NotFound();
        }

        return team.IsLedBy(user.Me) || await db.TeamsLedBy(user).AnyAsync(t => t.Id == teamId, cancellationToken) ? team : new Forbidden();
    }

    /// <summary>With all that belongs to it.</summary>
    public static IQueryable<SchoolTeam> Whole(this IQueryable<SchoolTeam> teams) =>
        teams.Include(t => t.Members).Include(t => t.Tasks).Include(t => t.Reviews).Include(t => t.Courses).AsSplitQuery();
}
