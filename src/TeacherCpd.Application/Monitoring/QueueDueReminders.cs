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
    public async Task<Result<Done>> Handle(QueueDueRemindersCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var today = time.Today();
        var stuckSince = now - MailTries.LongestSending;
        foreach (var stuck in await db.Reminders
            .Where(r => r.Status == ReminderStatus.Sending && r.StatusSince < stuckSince)
            .OrderBy(r => r.StatusSince)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            stuck.Move(ReminderStatus.Unconfirmed, now);
        }

        var triedBefore = now - MailTries.PauseAfterRefusal;
        foreach (var due in await db.DueReminders(today)
            .Where(d => d.Reminder.Attempts == 0 || d.Reminder.StatusSince <= triedBefore)
            .OrderBy(d => d.Reminder.DueOn)
            .ThenBy(d => d.Reminder.Id)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            if (due.NotNeeded is { } instead)
            {
                due.Reminder.Move(instead, now);
            }
            else
            {
                jobs.SendReminder(due.Reminder.Id);
            }
        }

        return Done.Value;
    }
}
