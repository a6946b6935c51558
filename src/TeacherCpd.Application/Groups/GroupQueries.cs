using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>Parts of queries that the use cases of groups share.</summary>
internal static class GroupQueries
{
    /// <summary>Groups that take applications: recruiting and not begun.</summary>
    public static IQueryable<StudyGroup> Recruiting(this IQueryable<StudyGroup> groups, DateOnly today) =>
        groups.Where(g => g.Status == GroupStatus.Recruiting && g.StartsOn > today);

    /// <summary>Groups of the branches over which the user manages groups.</summary>
    public static IQueryable<StudyGroup> ManagedBy(this IAppDbContext db, CurrentUser user)
    {
        var branches = db.Organisations.Within(user.Scopes(Permission.ManageGroups));
        return db.Groups.Where(g => branches.Any(b => b.Id == g.BranchId));
    }

    /// <summary>States in which a person holds a place: accepted, however the course ended.</summary>
    public static readonly IReadOnlyList<EnrolmentStatus> PlaceStates =
    [
        EnrolmentStatus.Accepted, EnrolmentStatus.Recommended, EnrolmentStatus.NotRecommended,
        EnrolmentStatus.NotCompleted, EnrolmentStatus.Absent, EnrolmentStatus.NoShow,
    ];

    /// <summary>Enrolments that hold a place.</summary>
    public static IQueryable<Enrolment> WithPlace(this IQueryable<Enrolment> enrolments) =>
        enrolments.Where(e => PlaceStates.Contains(e.Status));

    /// <summary>All trainers, to choose from.</summary>
    public static Task<List<TrainerChoice>> TrainersAsync(this IAppDbContext db, CancellationToken cancellationToken) =>
        db.Persons
            .Where(p => p.Roles.Any(r => r.Role == Role.Trainer))
            .OrderBy(p => p.SortKey)
            .Select(p => new TrainerChoice(p.Id, p.FamilyName + " " + p.GivenName))
            .ToListAsync(cancellationToken);

    /// <summary>Whether a person is a trainer.</summary>
    public static Task<bool> IsTrainerAsync(this IAppDbContext db, Guid personId, CancellationToken cancellationToken) =>
        db.Persons.AnyAsync(p => p.Id == personId && p.Roles.Any(r => r.Role == Role.Trainer), cancellationToken);

    /// <summary>Groups as the catalogue shows them, those that begin first on top.</summary>
    public static IQueryable<CatalogueRow> CatalogueRows(this IAppDbContext db, IQueryable<StudyGroup> groups)
    {
        var places = db.Enrolments.WithPlace();
        return from g in groups
               join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
               join programme in db.Programmes on version.ProgrammeId equals programme.Id
               join branch in db.Organisations on g.BranchId equals branch.Id
               orderby g.StartsOn, g.Code
               select new CatalogueRow(
                   g.Id,
                   g.Code,
                   programme.Code,
                   programme.Title,
                   version.Hours,
                   g.Language,
                   g.StartsOn,
                   g.EndsOn,
                   branch.Name,
                   g.Capacity - places.Count(e => e.GroupId == g.Id));
    }

    /// <summary>Groups as their coordinator sees them, the latest first.</summary>
    public static IQueryable<ManagedGroupRow> ManagedGroupRows(this IAppDbContext db, IQueryable<StudyGroup> groups)
    {
        var places = db.Enrolments.WithPlace();
        return from g in groups
               join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
               join programme in db.Programmes on version.ProgrammeId equals programme.Id
               join branch in db.Organisations on g.BranchId equals branch.Id
               join trainer in db.Persons on g.TrainerId equals trainer.Id
               orderby g.StartsOn descending, g.Code
               select new ManagedGroupRow(
                   g.Id,
                   g.Code,
                   programme.Code,
                   programme.Title,
                   g.Status,
                   g.Language,
                   g.StartsOn,
                   g.EndsOn,
                   branch.Name,
                   trainer.FamilyName + " " + trainer.GivenName,
                   db.Enrolments.Count(e => e.GroupId == g.Id && e.Status == EnrolmentStatus.Applied),
                   places.Count(e => e.GroupId == g.Id),
                   g.Capacity);
    }
}
