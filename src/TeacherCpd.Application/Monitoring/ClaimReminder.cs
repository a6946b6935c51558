using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>Takes a reminder for sending. Of several who try, one gets <c>true</c>.</summary>
[SystemOnly]
public sealed record ClaimReminderCommand(Guid ReminderId) : ICommand<bool>;

internal sealed class ClaimReminderHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<ClaimReminderCommand, Result<bool>>
{
    public async Task<Result<bool>> Handle(ClaimReminderCommand request, CancellationToken cancellationToken)
    {
        var found = await (
            from reminder in db.Reminders
            join contact in db.SupportContacts on reminder.ContactId equals contact.Id
            join recipient in db.Persons on reminder.RecipientId equals recipient.Id
            where reminder.Id == request.ReminderId
            select new { Reminder = reminder, Done = contact.DoneAt != null, HasAddress = recipient.Email != null })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.Reminder.Status != ReminderStatus.Pending)
        {
            return false;
        }

        if (found.Done || !found.HasAddress)
        {
            found.Reminder.Move(found.Done ? ReminderStatus.Cancelled : ReminderStatus.NoAddress, time.UtcNow());
            return false;
        }

        return found.Reminder.Move(ReminderStatus.Sending, time.UtcNow()) is null;
    }
}
