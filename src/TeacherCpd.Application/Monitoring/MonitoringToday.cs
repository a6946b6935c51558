using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>What waits in the year after a course: for the trainer, the teacher and the coordinator.</summary>
internal sealed class MonitoringToday(IAppDbContext db, TimeProvider time) : ITodaySource
{
    private const int DaysForTrainer = 7;
    private const int DaysForTeacher = 14;

    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var items = new List<TodayItem>();
        var today = time.Today();
        if (user.Can(Permission.RecordContacts))
        {
            var until = today.AddDays(DaysForTrainer);
            var due = await db.SupportContacts
                .Where(c => c.TrainerId == user.Me && c.DoneAt == null && c.DueOn <= until)
                .GroupBy(c => 1)
                .Select(g => new { Count = g.Count(), First = g.Min(c => c.DueOn) })
                .SingleOrDefaultAsync(cancellationToken);
            if (due is not null)
            {
                items.Add(new TodayItem("today.contacts_due", [due.Count], "/support", due.First, due.Count));
            }

            var filling = await (
                from studyGroup in db.Groups
                where studyGroup.TrainerId == user.Me && studyGroup.Status == GroupStatus.Studying && studyGroup.EndsOn <= today
                    && db.Enrolments.Any(e => e.GroupId == studyGroup.Id && Closing.Concerned.Contains(e.Status) && !db.MatrixEntries.Any(m => m.EnrolmentId == e.Id))
                orderby studyGroup.EndsOn
                select new { studyGroup.Id, studyGroup.Code })
                .FirstOrDefaultAsync(cancellationToken);
            if (filling is not null)
            {
                items.Add(new TodayItem("today.group_matrix", [filling.Code], $"/groups/{filling.Id}/matrix"));
            }
        }

        if (user.Can(Permission.ApplyForCourses))
        {
            var until = today.AddDays(DaysForTeacher);
            var next = db.SupportContacts
                .Where(c => c.PersonId == user.Me && c.DoneAt == null && c.DueOn >= today && c.DueOn <= until)
                .OrderBy(c => c.DueOn)
                .Select(c => new { c.Id, c.Kind, c.DueOn, IsLesson = false })
                .Take(1);
            var answer =
                from lesson in db.SupportLessons
                join contact in db.SupportContacts on lesson.ContactId equals contact.Id
                where lesson.PersonId == user.Me && lesson.Status == LessonStatus.Delivered
                orderby lesson.SignedAt
                select new { contact.Id, contact.Kind, contact.DueOn, IsLesson = true };

            // one question for both: the first page asks many
            foreach (var one in await next.Concat(answer.Take(1)).ToListAsync(cancellationToken))
            {
                items.Add(one.IsLesson
                    ? new TodayItem("today.lesson_answer", [], $"/my/support/{one.Id}/lesson")
                    : new TodayItem("today.next_contact", [one.Kind], "/my/support", one.DueOn));
            }

            var empty = await (
                from enrolment in db.Enrolments
                join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
                where enrolment.PersonId == user.Me && Closing.Concerned.Contains(enrolment.Status)
                    && studyGroup.Status == GroupStatus.Studying && studyGroup.EndsOn <= today
                    && !db.MatrixEntries.Any(e => e.EnrolmentId == enrolment.Id)
                orderby studyGroup.EndsOn
                select new { enrolment.Id, studyGroup.Code })
                .FirstOrDefaultAsync(cancellationToken);
            if (empty is not null)
            {
                items.Add(new TodayItem("today.matrix", [empty.Code], $"/matrix/{empty.Id}"));
            }
        }

        if (user.Can(Permission.ManageGroups))
        {
            var stuck = await db.RemindersOf(user).CountAsync(r => MailTries.Stuck.Contains(r.Status), cancellationToken);
            if (stuck > 0)
            {
                items.Add(new TodayItem("today.reminders_stuck", [stuck], "/reminders?stuck=true", Count: stuck));
            }

            var overdue = await db.ContactsOf(user).CountAsync(c => c.DoneAt == null && c.DueOn < today, cancellationToken);
            if (overdue > 0)
            {
                items.Add(new TodayItem("today.contacts_overdue", [overdue], "/support/overdue", Count: overdue));
            }
        }

        return items;
    }
}
