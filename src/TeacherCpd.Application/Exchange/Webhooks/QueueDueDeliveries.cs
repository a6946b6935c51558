using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Hands over messages whose time has come, and puts back those whose sender is gone: they may arrive twice, never not at all.</summary>
[SystemOnly]
public sealed record QueueDueDeliveriesCommand : ICommand<Done>;

internal sealed class QueueDueDeliveriesHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueDueDeliveriesCommand, Result<Done>>
{
    private const int MostAtOnce = 200;

    public async Task<Result<Done>> Handle(QueueDueDeliveriesCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var before = now - WebhookDelivery.SentWithin;
        var stuck = await db.WebhookDeliveries
            .Where(d => d.Status == WebhookDeliveryStatus.Sending && d.NextAt < before)
            .OrderBy(d => d.NextAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        stuck.ForEach(d => d.PutBack(now));
        if (stuck.Count > 0 || await db.DueDeliveries(now).AnyAsync(cancellationToken))
        {
            jobs.SendWebhooks();
        }

        return Done.Value;
    }
}
