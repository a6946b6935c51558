using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>One reminder of a coordinator's groups and what became of it, step by step.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetReminderQuery(Guid ReminderId) : IQuery<ReminderHistory>;

/// <summary>A reminder and its steps.</summary>
/// <param name="Participant">The person whose contact it is.</param>
/// <param name="ContactOn">Day of the contact.</param>
/// <param name="Steps">Oldest first, as the audit has them.</param>
/// <param name="Subject">Subject of the mail, in the language of the recipient, as it would go out now.</param>
/// <param name="Text">Its text.</param>
/// <param name="Language">Language of the recipient.</param>
public sealed record ReminderHistory(
    ReminderLine Reminder, string Participant, DateOnly ContactOn, IReadOnlyList<ReminderStep> Steps, string Subject, string Text, Language Language);

/// <summary>A step.</summary>
/// <param name="Status">State that it entered.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Name of who did it; null for the system.</param>
public sealed record ReminderStep(ReminderStatus Status, DateTime At, string? By);

internal sealed class GetReminderHandler(IAppDbContext db, CurrentUser user, ReminderSite site) : IRequestHandler<GetReminderQuery, Result<ReminderHistory>>
{
    public async Task<Result<ReminderHistory>> Handle(GetReminderQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from reminder in db.RemindersOf(user)
            join contact in db.SupportContacts on reminder.ContactId equals contact.Id
            join recipient in db.Persons on reminder.RecipientId equals recipient.Id
            join participant in db.Persons on contact.PersonId equals participant.Id
            where reminder.Id == request.ReminderId
            select new
            {
                Line = new ReminderLine(reminder.Id, reminder.Kind, contact.Kind, recipient.FamilyName + " " + recipient.GivenName, reminder.DueOn, reminder.Status, reminder.StatusSince, reminder.Attempts),
                Participant = participant.FamilyName + " " + participant.GivenName,
                contact.DueOn,
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var id = request.ReminderId.ToString();
        var changes = await (
            from process in db.AuditProcesses
            from change in process.Events
            where change.Record == nameof(Reminder) && change.RecordId == id
            orderby process.Sequence
            select new
            {
                process.At,
                change.Values,
                By = db.Persons.Where(p => p.Id == process.ActorId).Select(p => p.FamilyName + " " + p.GivenName).SingleOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var letter = await db.LettersOf(db.Reminders.Where(r => r.Id == request.ReminderId)).SingleAsync(cancellationToken);
        var mail = (letter with { Email = letter.Email ?? "" }).Alone(site, leave: null);
        return new ReminderHistory(
            found.Line,
            found.Participant,
            found.DueOn,
            [.. changes.Select(c => new ReminderStep(EnteredIn(c.Values), c.At, c.By))],
            mail.Subject,
            mail.TextBody,
            letter.Language);
    }

    private static ReminderStatus EnteredIn(string values)
    {
        using var json = JsonDocument.Parse(values);
        return Enum.Parse<ReminderStatus>(json.RootElement.GetProperty(nameof(Reminder.Status))[1].GetString()!);
    }
}
