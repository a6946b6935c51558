using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// Sends one reminder, once however often it runs and however many run at the same time: the row is claimed in a
/// transaction of its own, the mail goes out, and what came of it is recorded in another. What else is due to the same
/// person goes in the same mail, unless the person wants it otherwise. Answers what came of it; null where nothing had to be sent.
/// </summary>
[SystemOnly]
public sealed record SendReminderCommand(Guid ReminderId) : IRequest<Result<SendOutcome?>>;

internal sealed class SendReminderHandler(IAppDbContext db, IMediator mediator, IMailSender mail, IMailLeave leaving, ReminderSite site, TimeProvider time, ILogger<SendReminderHandler> logger)
    : IRequestHandler<SendReminderCommand, Result<SendOutcome?>>
{
    private const int MostTogether = 50;

    public async Task<Result<SendOutcome?>> Handle(SendReminderCommand request, CancellationToken cancellationToken)
    {
        List<(Guid Id, int Attempt)> claimed = [];
        if (await ClaimAsync(request.ReminderId, claimed, cancellationToken) is { } error)
        {
            return error;
        }

        if (claimed.Count == 0)
        {
            return (SendOutcome?)null;
        }

        foreach (var other in await OthersOfTheSameAsync(request.ReminderId, cancellationToken))
        {
            if (await ClaimAsync(other, claimed, cancellationToken) is not null)
            {
                break;
            }
        }

        var outcome = await HandOverAsync([.. claimed.Select(c => c.Id)], cancellationToken);
        foreach (var (id, attempt) in claimed)
        {
            // the mail has gone out or not: that is recorded even while the program is being stopped
            var recorded = await mediator.Send(new RecordReminderCommand(id, attempt, outcome), CancellationToken.None);
            if (recorded.Error is { } unrecorded)
            {
                return unrecorded;
            }
        }

        return (SendOutcome?)outcome;
    }

    private async Task<Error?> ClaimAsync(Guid id, List<(Guid Id, int Attempt)> claimed, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ClaimReminderCommand(id), cancellationToken);
        if (result.Error is null && result.Value is { } attempt)
        {
            claimed.Add((id, attempt));
        }

        return result.Error;
    }

    private async Task<List<Guid>> OthersOfTheSameAsync(Guid reminderId, CancellationToken cancellationToken)
    {
        var person = await db.Reminders
            .Where(r => r.Id == reminderId && !db.MailChoices.Any(c => c.PersonId == r.RecipientId && c.WantsSingleMails))
            .Select(r => (Guid?)r.RecipientId)
            .SingleOrDefaultAsync(cancellationToken);
        return person is null
            ? []
            : await db.RemindersInTurn(time.UtcNow())
                .Where(d => d.Reminder.RecipientId == person)
                .Select(d => d.Reminder.Id)
                .Take(MostTogether - 1)
                .ToListAsync(cancellationToken);
    }

    private async Task<SendOutcome> HandOverAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var letters = await db.LettersOf(db.Reminders.Where(r => ids.Contains(r.Id))).ToListAsync(cancellationToken);
        var first = letters.Single(l => l.ReminderId == ids[0]);
        var leave = letters.Exists(l => l.MayBeLeft) ? new Uri(site.Address, $"mails/leave?t={Uri.EscapeDataString(leaving.TokenOf(first.RecipientId))}") : null;
        var message = letters.Count == 1 ? first.Alone(site, leave) : ReminderLetter.Together([first, .. letters.Where(l => l != first)], site, leave);
        return await mail.HandOverAsync(message, logger, cancellationToken);
    }
}
