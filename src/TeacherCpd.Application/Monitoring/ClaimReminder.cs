using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// Takes a reminder for sending. Of several who try, one gets the number of its try, from 1; the others get null, and
/// so does everybody when the reminder is no longer needed.
/// </summary>
[SystemOnly]
public sealed record ClaimReminderCommand(Guid ReminderId) : ICommand<int?>;

internal sealed class ClaimReminderHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<ClaimReminderCommand, Result<int?>>
{
    public async Task<Result<int?>> Handle(ClaimReminderCommand request, CancellationToken cancellationToken)
    {
        var due = await db.DueReminders(time.Today()).SingleOrDefaultAsync(d => d.Reminder.Id == request.ReminderId, cancellationToken);
        if (due is null)
        {
            return (int?)null;
        }

        due.Reminder.Move(due.NotNeeded ?? ReminderStatus.Sending, time.UtcNow());
        return due.NotNeeded is null ? due.Reminder.Attempts : (int?)null;
    }
}
