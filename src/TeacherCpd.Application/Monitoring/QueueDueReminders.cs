using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// Looks which reminders fall due, and hands them over. One whose contact took place, or after which a later one of the
/// same contact is due too, is no longer needed; one that somebody began to send and never finished is left to a person.
/// </summary>
[SystemOnly]
public sealed record QueueDueRemindersCommand : ICommand<Done>;

internal sealed class QueueDueRemindersHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<QueueDueRemindersCommand, Result<Done>>
{
    /// <summary>Reminders of one run; the next minute has its own.</summary>
    private const int MostAtOnce = 500;

    // longer than any mail server takes to answer
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(10);

    public async Task<Result<Done>> Handle(QueueDueRemindersCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var today = time.Today();
        var stuckSince = now - LongestSending;
        foreach (var stuck in await db.Reminders
            .Where(r => r.Status == ReminderStatus.Sending && r.StatusSince < stuckSince)
            .OrderBy(r => r.StatusSince)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            stuck.Move(ReminderStatus.Unconfirmed, now);
        }

        var due = await (
            from reminder in db.Reminders
            join contact in db.SupportContacts on reminder.ContactId equals contact.Id
            join recipient in db.Persons on reminder.RecipientId equals recipient.Id
            where reminder.Status == ReminderStatus.Pending && reminder.DueOn <= today
            orderby reminder.DueOn, reminder.Id
            select new
            {
                Reminder = reminder,
                Done = contact.DoneAt != null,
                HasAddress = recipient.Email != null,
                Overtaken = db.Reminders.Any(later =>
                    later.ContactId == reminder.ContactId && later.RecipientId == reminder.RecipientId
                    && later.DueOn <= today && later.DueOn > reminder.DueOn),
            })
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        foreach (var item in due)
        {
            if (item.Done || item.Overtaken)
            {
                item.Reminder.Move(ReminderStatus.Cancelled, now);
            }
            else if (!item.HasAddress)
            {
                item.Reminder.Move(ReminderStatus.NoAddress, now);
            }
            else
            {
                jobs.SendReminder(item.Reminder.Id);
            }
        }

        return Done.Value;
    }
}
