using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring.Lessons;

/// <summary>An observation with what it belongs to.</summary>
/// <param name="ContactId">Contact.</param>
/// <param name="DueOn">Day for which it was planned.</param>
/// <param name="Teacher">Teacher.</param>
/// <param name="Observer">Trainer.</param>
/// <param name="Programme">Course after which it is.</param>
/// <param name="Status">State; null where nothing was written.</param>
/// <param name="Notes">What was written; null where nothing was.</param>
/// <param name="Shown">Revision.</param>
/// <param name="SignedAt">When it was signed (UTC).</param>
/// <param name="Value">What the feedback is worth to the teacher.</param>
/// <param name="Answer">The teacher's words.</param>
/// <param name="IsDone">Whether the contact took place: before there were sheets, it was recorded in words.</param>
public sealed record LessonView(
    Guid ContactId, DateOnly DueOn, string Teacher, string Observer, LocalizedText Programme, LessonStatus? Status, LessonNotes? Notes, int? Shown,
    DateTime? SignedAt, FeedbackValue? Value, string? Answer, bool IsDone);

internal static class LessonViews
{
    /// <summary>The observation of the one contact that is asked for; null where that is no lesson, or nobody's who asks.</summary>
    public static async Task<LessonView?> FindLessonAsync(this IAppDbContext db, IQueryable<SupportContact> contacts, CancellationToken cancellationToken)
    {
        var found = await (
            from contact in contacts
            where contact.Kind == ContactKind.Observation
            join teacher in db.Persons on contact.PersonId equals teacher.Id
            join trainer in db.Persons on contact.TrainerId equals trainer.Id
            join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new
            {
                contact.Id,
                contact.DueOn,
                contact.DoneAt,
                Teacher = teacher.FamilyName + " " + teacher.GivenName,
                Observer = trainer.FamilyName + " " + trainer.GivenName,
                programme.Title,
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var lesson = await db.SupportLessons.AsNoTracking().Include(l => l.Marks).Include(l => l.Signs).AsSplitQuery().SingleOrDefaultAsync(l => l.ContactId == found.Id, cancellationToken);
        return new LessonView(
            found.Id, found.DueOn, found.Teacher, found.Observer, found.Title, lesson?.Status, lesson?.Notes, lesson?.Revision, lesson?.SignedAt, lesson?.Value,
            lesson?.Answer, found.DoneAt is not null);
    }
}
