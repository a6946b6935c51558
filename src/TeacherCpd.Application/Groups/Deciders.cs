using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>Who decides on an application: school, education department or branch. One table.</summary>
internal static class Deciders
{
    /// <summary>The permission by which each step is decided.</summary>
    public static readonly IReadOnlyDictionary<ApplicationSteps, Permission> Permissions = new Dictionary<ApplicationSteps, Permission>
    {
        [ApplicationSteps.School] = Permission.NominateTeachers,
        [ApplicationSteps.Region] = Permission.DecideForRegion,
        [ApplicationSteps.Branch] = Permission.ManageGroups,
    };

    /// <summary>Whether the user decides on some step anywhere.</summary>
    public static bool IsDecider(this CurrentUser user) => Permissions.Values.Any(user.Can);

    /// <summary>The steps of an application on which the user decides: the branch over its groups, the others over the school.</summary>
    public static async Task<IReadOnlyList<ApplicationSteps>> StepsOfAsync(
        this IAppDbContext db, CurrentUser user, StudyGroup group, Guid? schoolId, CancellationToken cancellationToken)
    {
        var paths = await db.Organisations
            .Where(o => o.Id == group.BranchId || o.Id == schoolId)
            .Select(o => new { o.Id, o.Path })
            .ToDictionaryAsync(o => o.Id, o => o.Path, cancellationToken);
        return [.. Permissions.Where(p => p.Key == ApplicationSteps.Branch
            ? user.Covers(p.Value, paths[group.BranchId])
            : schoolId is { } school && user.Covers(p.Value, paths[school])).Select(p => p.Key)];
    }

    /// <summary>Applications that wait for the school or the education department of the user.</summary>
    public static IQueryable<Enrolment> WaitingFor(this IAppDbContext db, CurrentUser user)
    {
        var schools = db.Organisations.Within(user.Scopes(Permission.NominateTeachers)).Select(o => (Guid?)o.Id);
        var regions = db.Organisations.Within(user.Scopes(Permission.DecideForRegion)).Select(o => (Guid?)o.Id);
        return db.Enrolments.Where(e => e.Status == EnrolmentStatus.Applied
            && ((e.AwaitedStep == ApplicationSteps.School && schools.Contains(e.SchoolId))
                || (e.AwaitedStep == ApplicationSteps.Region && regions.Contains(e.SchoolId))));
    }

    /// <summary>The application with those it came with, to be decided together.</summary>
    public static Task<List<Enrolment>> TogetherAsync(this IAppDbContext db, Enrolment enrolment, CancellationToken cancellationToken) =>
        db.Enrolments
            .Include(e => e.Decisions)
            .Where(e => e.Id == enrolment.Id || (enrolment.TeamId != null && e.TeamId == enrolment.TeamId && e.Status == enrolment.Status))
            .OrderBy(e => e.Id)
            .ToListAsync(cancellationToken);
}
