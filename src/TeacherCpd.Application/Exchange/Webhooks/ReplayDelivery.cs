using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Has messages sent again: one, or all that were given up. They keep their ids, so that the receiver knows them.</summary>
/// <param name="WebhookId">Webhook; an active one.</param>
/// <param name="DeliveryId">Message; null: all that were given up, at most <see cref="MostAtOnce"/> at a time.</param>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record ReplayDeliveryCommand(Guid WebhookId, Guid? DeliveryId) : ICommand<int>
{
    /// <summary>Most messages of one command.</summary>
    public const int MostAtOnce = 1_000;
}

/// <summary>The webhook is told nothing: its receiver has to prove itself first.</summary>
public sealed record WebhookNotActive() : Error("webhook_not_active", ErrorKind.Conflict);

internal sealed class ReplayDeliveryHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<ReplayDeliveryCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ReplayDeliveryCommand request, CancellationToken cancellationToken)
    {
        if (await db.WebhooksOf(user).AsNoTracking().SingleOrDefaultAsync(w => w.Id == request.WebhookId, cancellationToken) is not { } webhook)
        {
            return new NotFound();
        }

        var deliveries = await db.WebhookDeliveries
            .Where(d => d.WebhookId == webhook.Id && (request.DeliveryId == null ? d.Status == WebhookDeliveryStatus.Failed : d.Id == request.DeliveryId))
            .OrderBy(d => d.At)
            .Take(ReplayDeliveryCommand.MostAtOnce)
            .ToListAsync(cancellationToken);
        if (request.DeliveryId is not null && deliveries.Count == 0)
        {
            return new NotFound();
        }

        if (webhook.Status != WebhookStatus.Active)
        {
            return new WebhookNotActive();
        }

        var now = time.UtcNow();
        foreach (var delivery in deliveries)
        {
            if (delivery.Replay(now) is { } refused)
            {
                return refused;
            }
        }

        jobs.SendWebhooks();
        return deliveries.Count;
    }
}
