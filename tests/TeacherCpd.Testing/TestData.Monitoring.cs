using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Testing;

/// <summary>The year after a course.</summary>
public sealed partial class TestData
{
    private static readonly SupportPlan UsualPlan = new(SupportPlan.Default, daysBefore: 7, daysAfter: 3);

    /// <summary>A contact with its six reminders: 7 days before, on the day and 3 days after, for teacher and trainer.</summary>
    public async Task<SupportContact> ContactAsync(DateOnly dueOn, Person? teacher = null, Person? trainer = null, bool inOtherBranch = false, ContactKind kind = ContactKind.Consultation)
    {
        teacher ??= await PersonAsync(Role.Teacher);
        trainer ??= await PersonAsync(Role.Trainer);
        var group = await GroupAsync(trainer: trainer, status: GroupStatus.Closed, inOtherBranch: inOtherBranch);
        var enrolment = await EnrolmentAsync(group, teacher, EnrolmentStatus.Recommended);
        var contact = new SupportContact { EnrolmentId = enrolment.Id, PersonId = teacher.Id, TrainerId = trainer.Id, Kind = kind, DueOn = dueOn };
        await SaveAsync([contact, .. UsualPlan.RemindersOf(contact)]);
        return contact;
    }

    /// <summary>The interaction matrix of a group, filled for everybody as the usual plan proposes it.</summary>
    public async Task MatrixAsync(StudyGroup group, SupportPlan? plan = null)
    {
        var enrolments = await app.LookAsync(db => db.Enrolments.Where(e => e.GroupId == group.Id).ToListAsync());
        await SaveAsync([.. enrolments.SelectMany(enrolment => (plan ?? UsualPlan).DaysAfter(group.EndsOn).Select(day =>
        {
            var entry = new MatrixEntry { EnrolmentId = enrolment.Id, Kind = day.Contact.Kind, Month = day.Contact.Month };
            entry.Fill(day.DueOn, group.TrainerId, null, enrolment.PersonId, Now);
            return entry;
        }))]);
    }

    /// <summary>All that a signed observation of a lesson needs.</summary>
    public static LessonNotes Lesson(DateOnly on, params string[] signs) => new(
        on, "Математика", "7 «Б»", "Бөлшектерді салыстыру",
        [.. Enum.GetValues<LessonParameter>().Select(p => new LessonMark(p, LessonLevel.AboveAverage, "Мақсат айқын, дескриптор тақтада тұрды."))],
        signs, "Бір тапсырманы дескриптормен қайта жазамыз.");

    /// <summary>A contact's reminder to the teacher, taken to a state.</summary>
    public async Task<Reminder> ReminderAsync(SupportContact contact, ReminderKind kind, params ReminderStatus[] way)
    {
        await ChangeAsync(async db =>
        {
            var reminder = await db.Reminders.SingleAsync(r => r.ContactId == contact.Id && r.Kind == kind && r.RecipientId == contact.PersonId);
            foreach (var step in way)
            {
                if (reminder.Move(step, Now) is { } error)
                {
                    throw new InvalidOperationException(error.Code);
                }
            }
        });
        return await app.LookAsync(db => db.Reminders.AsNoTracking().SingleAsync(r => r.ContactId == contact.Id && r.Kind == kind && r.RecipientId == contact.PersonId));
    }
}
