using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// Sends one reminder, once however often it runs and however many run at the same time: the row is claimed in a
/// transaction of its own, the mail goes out, and what came of it is recorded in another.
/// </summary>
[SystemOnly]
public sealed record SendReminderCommand(Guid ReminderId) : IRequest<Result<Done>>;

internal sealed class SendReminderHandler(IAppDbContext db, IMediator mediator, IMailSender mail, ReminderSite site, ILogger<SendReminderHandler> logger)
    : IRequestHandler<SendReminderCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SendReminderCommand request, CancellationToken cancellationToken)
    {
        var claimed = await mediator.Send(new ClaimReminderCommand(request.ReminderId), cancellationToken);
        if (claimed.Error is not null)
        {
            return claimed.Error;
        }

        if (claimed.Value is not { } attempt)
        {
            return Done.Value;
        }

        var outcome = await HandOverAsync(request.ReminderId, cancellationToken);

        // the mail has gone out or not: that is recorded even while the program is being stopped
        return await mediator.Send(new RecordReminderCommand(request.ReminderId, attempt, outcome), CancellationToken.None);
    }

    private async Task<SendOutcome> HandOverAsync(Guid reminderId, CancellationToken cancellationToken)
    {
        var facts = await (
            from reminder in db.Reminders
            join contact in db.SupportContacts on reminder.ContactId equals contact.Id
            join recipient in db.Persons on reminder.RecipientId equals recipient.Id
            join participant in db.Persons on contact.PersonId equals participant.Id
            join trainer in db.Persons on contact.TrainerId equals trainer.Id
            where reminder.Id == reminderId
            select new Facts(
                reminder.Kind,
                contact.Id,
                contact.Kind,
                contact.DueOn,
                recipient.Language,
                recipient.Email!,
                recipient.GivenName,
                recipient.Id == trainer.Id,
                recipient.Id == trainer.Id ? participant.FamilyName + " " + participant.GivenName : trainer.FamilyName + " " + trainer.GivenName))
            .SingleAsync(cancellationToken);
        return await mail.HandOverAsync(Written(reminderId, facts), logger, cancellationToken);
    }

    private MailMessage Written(Guid reminderId, Facts facts)
    {
        var kind = TextCatalogue.Get(facts.Language, $"enum.{nameof(ContactKind)}.{facts.Contact}");
        var side = facts.ToTrainer ? "trainer" : "teacher";
        return new MailMessage(
            facts.Email,
            TextCatalogue.Get(facts.Language, $"reminder.{facts.Kind}.subject", kind, facts.DueOn),
            TextCatalogue.Get(facts.Language, $"reminder.{side}.text", facts.GivenName, kind, facts.DueOn, facts.Other),
            string.Create(CultureInfo.InvariantCulture, $"reminder-{reminderId:N}@{site.MailDomain}"),
            Link: new Uri(site.Address, facts.ToTrainer ? $"support/{facts.ContactId}" : $"my/support#{facts.ContactId}"));
    }

    private sealed record Facts(
        ReminderKind Kind,
        Guid ContactId,
        ContactKind Contact,
        DateOnly DueOn,
        Language Language,
        string Email,
        string GivenName,
        bool ToTrainer,
        string Other);
}
