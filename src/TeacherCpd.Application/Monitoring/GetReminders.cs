using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>The reminders of a coordinator's groups: those that were due, the latest first; or only those a person must look at.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetRemindersQuery(bool OnlyStuck, int Page) : IQuery<Paged<ReminderLine>>;

/// <summary>A reminder.</summary>
public sealed record ReminderLine(Guid Id, ReminderKind Kind, ContactKind Contact, string Recipient, DateOnly DueOn, ReminderStatus Status, DateTime StatusSince, int Attempts)
{
    /// <summary>Whether it may be sent again by hand.</summary>
    public bool MayRetry => MailTries.Stuck.Contains(Status);
}

internal sealed class GetRemindersHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetRemindersQuery, Result<Paged<ReminderLine>>>
{
    public async Task<Result<Paged<ReminderLine>>> Handle(GetRemindersQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var rows = from reminder in db.RemindersOf(user)
                   join contact in db.SupportContacts on reminder.ContactId equals contact.Id
                   join recipient in db.Persons on reminder.RecipientId equals recipient.Id
                   where reminder.DueOn <= today && (!request.OnlyStuck || MailTries.Stuck.Contains(reminder.Status))
                   orderby reminder.DueOn descending, reminder.Id
                   select new { reminder, contact.Kind, Recipient = recipient.FamilyName + " " + recipient.GivenName };
        var total = await rows.CountAsync(cancellationToken);
        return await rows
            .Select(r => new ReminderLine(r.reminder.Id, r.reminder.Kind, r.Kind, r.Recipient, r.reminder.DueOn, r.reminder.Status, r.reminder.StatusSince, r.reminder.Attempts))
            .PageAsync(total, request.Page, cancellationToken);
    }
}
