using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// Looks which reminders fall due, and has them sent. One whose contact took place, or after which a later one of the
/// same contact is due too, is no longer needed; one that somebody began to send and never finished is left to a person.
/// </summary>
[SystemOnly]
public sealed record QueueDueRemindersCommand : ICommand<Done>;

internal sealed class QueueDueRemindersHandler(IAppDbContext db, SendingHours hours, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<QueueDueRemindersCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueDueRemindersCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var stuckSince = now - MailTries.LongestSending;
        foreach (var stuck in await db.Reminders
            .Where(r => r.Status == ReminderStatus.Sending && r.StatusSince < stuckSince)
            .OrderBy(r => r.StatusSince)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            stuck.Move(ReminderStatus.Unconfirmed, now);
        }

        var isDue = false;
        foreach (var due in await db.RemindersInTurn(now).Take(MailTries.MostAtOnce).ToListAsync(cancellationToken))
        {
            if (due.NotNeeded is { } instead)
            {
                due.Reminder.Move(instead, now);
            }
            else
            {
                isDue = true;
            }
        }

        if (isDue && hours.Allow(Clock.LocalOf(now)))
        {
            jobs.SendDueReminders();
        }

        return Done.Value;
    }
}
