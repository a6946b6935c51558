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

    /// <summary>Whether the person does without mails of this kind.</summary>
    public required bool IsDeclined { get; init; }

    /// <summary>The state that it enters instead of being sent; null when it has to be sent.</summary>
    public ReminderStatus? NotNeeded =>
        IsDone || IsOvertaken ? ReminderStatus.Cancelled
        : !HasAddress ? ReminderStatus.NoAddress
        : IsDeclined ? ReminderStatus.Declined
        : null;
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
            IsDeclined = reminder.RecipientId == contact.PersonId
                && (reminder.Kind == ReminderKind.Before || reminder.Kind == ReminderKind.OnDay)
                && db.MailChoices.Any(c => c.PersonId == reminder.RecipientId && c.DoesWithoutOwn),
        };

    /// <summary>Those of them whose turn it is: not tried before, or long enough ago; the earliest first.</summary>
    public static IQueryable<DueReminder> RemindersInTurn(this IAppDbContext db, DateTime now)
    {
        var triedBefore = now - MailTries.PauseAfterRefusal;
        return db.DueReminders(Clock.DayOf(now))
            .Where(d => d.Reminder.StatusSince <= triedBefore)
            .OrderBy(d => d.Reminder.DueOn)
            .ThenBy(d => d.Reminder.Id);
    }

    /// <summary>
    /// Plans reminders. One that was planned before and not needed waits again; one that went out, or could not, is not planned twice.
    /// </summary>
    public static async Task PlanRemindersAsync(this IAppDbContext db, IReadOnlyCollection<Reminder> reminders, DateTime at, CancellationToken cancellationToken)
    {
        var contacts = reminders.Select(r => r.ContactId).Distinct().ToList();
        var before = (await db.Reminders.Where(r => EF.Parameter(contacts).Contains(r.ContactId)).ToListAsync(cancellationToken))
            .ToDictionary(r => (r.ContactId, r.RecipientId, r.Kind, r.DueOn));
        foreach (var reminder in reminders)
        {
            if (!before.TryGetValue((reminder.ContactId, reminder.RecipientId, reminder.Kind, reminder.DueOn), out var same))
            {
                db.Reminders.Add(reminder);
            }
            else if (same.Status == ReminderStatus.Cancelled)
            {
                same.Move(ReminderStatus.Pending, at - MailTries.PauseAfterRefusal);
            }
        }
    }

    /// <summary>The contact took place: what still waits to be sent about it is not needed.</summary>
    public static async Task CancelRemindersAsync(this IAppDbContext db, Guid contactId, DateTime at, CancellationToken cancellationToken)
    {
        foreach (var reminder in await db.Reminders.Where(r => r.ContactId == contactId && r.Status == ReminderStatus.Pending).ToListAsync(cancellationToken))
        {
            reminder.Move(ReminderStatus.Cancelled, at);
        }
    }
}
