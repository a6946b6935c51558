using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>A reminder that waits and whose day has come.</summary>
internal sealed class DueReminder
{
    /// <summary>The reminder, to be changed.</summary>
    public required Reminder Reminder { get; init; }

    /// <summary>Whether the contact took place.</summary>
    public required bool IsDone { get; init; }

    /// <summary>Whether a later reminder of the same contact to the same person is due too: only the latest goes out.</summary>
    public required bool IsOvertaken { get; init; }

    /// <summary>Whether the person has a mail address.</summary>
    public required bool HasAddress { get; init; }

    /// <summary>The state that it enters instead of being sent; null when it has to be sent.</summary>
    public ReminderStatus? NotNeeded =>
        IsDone || IsOvertaken ? ReminderStatus.Cancelled
        : HasAddress ? null
        : ReminderStatus.NoAddress;
}

/// <summary>Which reminders are due: asked when they are handed over, and again when one is taken for sending.</summary>
internal static class DueReminderQuery
{
    /// <summary>The reminders that wait and whose day has come.</summary>
    public static IQueryable<DueReminder> DueReminders(this IAppDbContext db, DateOnly today) =>
        from reminder in db.Reminders
        join contact in db.SupportContacts on reminder.ContactId equals contact.Id
        join recipient in db.Persons on reminder.RecipientId equals recipient.Id
        where reminder.Status == ReminderStatus.Pending && reminder.DueOn <= today
        select new DueReminder
        {
            Reminder = reminder,
            IsDone = contact.DoneAt != null,
            IsOvertaken = db.Reminders.Any(later =>
                later.ContactId == reminder.ContactId && later.RecipientId == reminder.RecipientId
                && later.DueOn <= today && later.DueOn > reminder.DueOn),
            HasAddress = recipient.Email != null,
        };

    /// <summary>The contact took place: what still waits to be sent about it is not needed.</summary>
    public static async Task CancelRemindersAsync(this IAppDbContext db, Guid contactId, DateTime at, CancellationToken cancellationToken)
    {
        foreach (var reminder in await db.Reminders.Where(r => r.ContactId == contactId && r.Status == ReminderStatus.Pending).ToListAsync(cancellationToken))
        {
            reminder.Move(ReminderStatus.Cancelled, at);
        }
    }
}
