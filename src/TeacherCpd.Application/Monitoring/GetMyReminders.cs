using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>The reminders to the user: what went out, what comes within two weeks, and how the user wants to be reminded.</summary>
[SignedIn]
public sealed record GetMyRemindersQuery(int Page) : IQuery<MyReminders>;

/// <summary>Somebody's reminders.</summary>
/// <param name="HasAddress">Whether there is an address to send mails to.</param>
/// <param name="MayDoWithoutOwn">Whether the user has contacts of the own year of support.</param>
public sealed record MyReminders(DateOnly Today, bool HasAddress, bool WantsSingleMails, bool DoesWithoutOwn, bool MayDoWithoutOwn, Paged<MyReminder> Reminders);

/// <summary>A reminder to the user.</summary>
/// <param name="IsMine">Whether it is about a contact of the user's own year.</param>
/// <param name="IsTrainer">Whether the user is responsible for the contact.</param>
public sealed record MyReminder(
    ReminderKind Kind, ContactKind Contact, Guid ContactId, DateOnly ContactOn, string Other, DateOnly DueOn, ReminderStatus Status, DateTime StatusSince, bool IsMine, bool IsTrainer)
{
    /// <summary>Page on which the task is done.</summary>
    public string Path => IsMine ? $"/my/support#{ContactId}" : IsTrainer ? $"/support/{ContactId}" : "/support/overdue";
}

internal sealed class GetMyRemindersHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyRemindersQuery, Result<MyReminders>>
{
    // what is further away stands in the plan
    private const int DaysAhead = 14;

    public async Task<Result<MyReminders>> Handle(GetMyRemindersQuery request, CancellationToken cancellationToken)
    {
        var until = time.Today().AddDays(DaysAhead);
        var mine = db.Reminders.Where(r => r.RecipientId == user.Me && r.Status != ReminderStatus.Cancelled && r.DueOn <= until);
        var rows = from reminder in mine
                   join contact in db.SupportContacts on reminder.ContactId equals contact.Id
                   join participant in db.Persons on contact.PersonId equals participant.Id
                   join trainer in db.Persons on contact.TrainerId equals trainer.Id
                   orderby reminder.DueOn descending, reminder.Id
                   select new MyReminder(
                       reminder.Kind,
                       contact.Kind,
                       contact.Id,
                       contact.DueOn,
                       contact.PersonId == user.Me ? trainer.FamilyName + " " + trainer.GivenName : participant.FamilyName + " " + participant.GivenName,
                       reminder.DueOn,
                       reminder.Status,
                       reminder.StatusSince,
                       contact.PersonId == user.Me,
                       contact.TrainerId == user.Me);
        var me = await db.Persons
            .Where(p => p.Id == user.Me)
            .Select(p => new
            {
                HasAddress = p.Email != null,
                Choice = db.MailChoices.FirstOrDefault(c => c.PersonId == p.Id),
                IsSupported = db.SupportContacts.Any(c => c.PersonId == p.Id),
                Count = mine.Count(),
            })
            .SingleAsync(cancellationToken);
        return new MyReminders(
            time.Today(),
            me.HasAddress,
            me.Choice?.WantsSingleMails ?? false,
            me.Choice?.DoesWithoutOwn ?? false,
            me.IsSupported,
            await rows.PageAsync(me.Count, request.Page, cancellationToken));
    }
}
