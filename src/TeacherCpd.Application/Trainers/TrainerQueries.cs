using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>Parts of queries that the use cases of trainers share.</summary>
internal static class TrainerQueries
{
    /// <summary>Trainers whom the user may see: of the branches in reach; all of them for those outside the centre's tree.</summary>
    public static IQueryable<Trainer> TrainersSeenBy(this IAppDbContext db, CurrentUser user)
    {
        // the assessing body stands beside the centre in the tree, and recertifies the whole pool
        if (user.Can(Permission.RecertifyTrainers) || user.CanEverywhere(Permission.SeeTrainers))
        {
            return db.Trainers;
        }

        // an education department sees those who teach in its region
        var places = db.Organisations.Within(user.Scopes(Permission.SeeTrainers));
        return db.Trainers.Where(t => places.Any(o => o.Id == t.BranchId)
            || db.BranchRegions.Any(r => r.BranchId == t.BranchId && places.Any(o => o.Id == r.RegionId)));
    }

    /// <summary>A trainer with everything that is known of the authorisations, to be changed; null where the user may not.</summary>
    public static async Task<Trainer?> TrainerToChangeAsync(
        this IAppDbContext db, CurrentUser user, Permission permission, Guid id, CancellationToken cancellationToken)
    {
        var places = db.Organisations.Within(user.Scopes(permission));
        return await db.WholeTrainers().SingleOrDefaultAsync(t => t.Id == id && places.Any(o => o.Id == t.BranchId), cancellationToken);
    }

    /// <summary>Trainers with authorisations, their steps, and contracts.</summary>
    public static IQueryable<Trainer> WholeTrainers(this IAppDbContext db) =>
        db.Trainers.Include(t => t.Authorisations).ThenInclude(a => a.Steps).Include(t => t.Contracts).AsSplitQuery();

    /// <summary>What keeps people from teaching a programme on all days of their spans; a span without an obstacle is not in it.</summary>
    public static async Task<Dictionary<(Guid PersonId, DateOnly First, DateOnly Last), IReadOnlyList<Obstacle>>> ObstaclesAsync(
        this IAppDbContext db, Guid programmeId, IReadOnlyCollection<(Guid PersonId, DateOnly First, DateOnly Last)> asked, CancellationToken cancellationToken)
    {
        var people = asked.Select(a => a.PersonId).Distinct().ToList();
        var known = await db.Trainers
            .AsNoTracking()
            .Include(t => t.Authorisations.Where(a => a.ProgrammeId == programmeId))
            .Include(t => t.Contracts)
            .AsSplitQuery()
            .Where(t => EF.Parameter(people).Contains(t.PersonId))
            .ToDictionaryAsync(t => t.PersonId, cancellationToken);
        var found = new Dictionary<(Guid PersonId, DateOnly First, DateOnly Last), IReadOnlyList<Obstacle>>();
        foreach (var span in asked.Distinct())
        {
            IReadOnlyList<Obstacle> obstacles = known.TryGetValue(span.PersonId, out var trainer)
                ? trainer.ObstaclesTo(programmeId, span.First, span.Last)
                : [new Obstacle(TrainerObstacle.NotInPool, null)];
            if (obstacles.Count > 0)
            {
                found.Add(span, obstacles);
            }
        }

        return found;
    }

    /// <summary>The programme of a version; null where there is no such version.</summary>
    public static Task<Guid?> ProgrammeOfAsync(this IAppDbContext db, Guid versionId, CancellationToken cancellationToken) =>
        db.ProgrammeVersions.Where(v => v.Id == versionId).Select(v => (Guid?)v.ProgrammeId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Refuses people who may not teach a programme on their days; null where all may.</summary>
    public static async Task<Error?> RefuseTrainersAsync(
        this IAppDbContext db, Guid programmeVersionId, IReadOnlyCollection<(Guid PersonId, DateOnly First, DateOnly Last)> asked, CancellationToken cancellationToken)
    {
        if (asked.Count == 0 || await db.ProgrammeOfAsync(programmeVersionId, cancellationToken) is not { } programme)
        {
            return null;
        }

        var obstacles = await db.ObstaclesAsync(programme, asked, cancellationToken);
        if (obstacles.Count == 0)
        {
            return null;
        }

        var refused = asked.First(obstacles.ContainsKey);
        var first = obstacles[refused][0];
        var name = await db.Persons.Where(p => p.Id == refused.PersonId).Select(p => p.FamilyName + " " + p.GivenName).SingleAsync(cancellationToken);
        return new TrainerMayNotTeach(name, first.Kind, first.Day);
    }

    /// <summary>Groups that go on or will: what a trainer is busy with.</summary>
    public static IQueryable<StudyGroup> Running(this IQueryable<StudyGroup> groups) =>
        groups.Where(g => (g.Status == GroupStatus.Recruiting || g.Status == GroupStatus.Studying) && g.TrainerTakenOffAt == null);

    /// <summary>A trainer who may teach the group was set: its warnings are settled.</summary>
    public static async Task ResolveLapsesAsync(this IAppDbContext db, Guid groupId, DateTime at, CancellationToken cancellationToken)
    {
        foreach (var lapse in await db.TrainerLapses.Where(l => l.GroupId == groupId && l.Status != LapseStatus.Resolved).ToListAsync(cancellationToken))
        {
            lapse.Resolve(at);
        }
    }
}
