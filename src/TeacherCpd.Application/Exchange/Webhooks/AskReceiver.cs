using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Asks a receiver anew to prove that it expects messages. What waited while the webhook was paused goes out once it has.</summary>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record AskReceiverCommand(Guid WebhookId) : ICommand<Done>;

internal sealed class AskReceiverHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<AskReceiverCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AskReceiverCommand request, CancellationToken cancellationToken)
    {
        if (await db.WebhooksOf(user).SingleOrDefaultAsync(w => w.Id == request.WebhookId, cancellationToken) is not { } webhook)
        {
            return new NotFound();
        }

        if (webhook.Status != WebhookStatus.Unproven && webhook.Move(WebhookStatus.Unproven) is { } refused)
        {
            return refused;
        }

        // one question is enough: an earlier one that still waits is no longer asked
        webhook.Took();
        var now = time.UtcNow();
        foreach (var earlier in await db.WebhookDeliveries
            .Where(d => d.WebhookId == webhook.Id && d.Event == WebhookEvent.Ping && d.Status == WebhookDeliveryStatus.Waiting)
            .ToListAsync(cancellationToken))
        {
            earlier.GiveUp(now);
        }

        db.WebhookDeliveries.Add(WebhookOutbox.PingOf(webhook, now));
        jobs.SendWebhooks();
        return Done.Value;
    }
}
