using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.LessonStudies;

/// <summary>Which cycles somebody may change or read.</summary>
internal static class LessonStudyQueries
{
    /// <summary>A cycle of which the user is, in its turn and with all that belongs to it.</summary>
    public static async Task<Result<LessonStudy>> OwnStudyAsync(this IAppDbContext db, CurrentUser user, Guid studyId, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfAsync(studyId, cancellationToken);
        var me = user.Me;
        var study = await db.LessonStudies.Whole().SingleOrDefaultAsync(s => s.Id == studyId && s.Members.Any(m => m.PersonId == me), cancellationToken);
        return study is null ? new NotFound() : study;
    }

    /// <summary>A cycle that the user leads, in the same way.</summary>
    public static async Task<Result<LessonStudy>> LedStudyAsync(this IAppDbContext db, CurrentUser user, Guid studyId, CancellationToken cancellationToken)
    {
        var own = await db.OwnStudyAsync(user, studyId, cancellationToken);
        return own.Error is not null || own.Value.RoleOf(user.Me) == StudyRole.Leader ? own : new Forbidden();
    }

    /// <summary>The cycles that somebody may read: the own ones, and those whose group shares the report in the schools that they lead or oversee.</summary>
    public static IQueryable<LessonStudy> StudiesReadBy(this IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        var scopes = user.Scopes(Permission.LeadCollaboration).Union(user.Scopes(Permission.SeeTraining)).ToList();
        var schools = db.Organisations.Within(scopes).Select(o => o.Id);
        return db.LessonStudies.Where(s => s.Members.Any(m => m.PersonId == me) || (s.SharedAt != null && schools.Contains(s.SchoolId)));
    }

    /// <summary>With all that belongs to it.</summary>
    public static IQueryable<LessonStudy> Whole(this IQueryable<LessonStudy> studies) =>
        studies.Include(s => s.Members).Include(s => s.Pupils).Include(s => s.Lessons).Include(s => s.Observations).AsSplitQuery();
}
