using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Records what came of a try.</summary>
[SystemOnly]
public sealed record RecordDeliveryCommand(Guid DeliveryId, WebhookAnswer Answer) : ICommand<Done>;

internal sealed class RecordDeliveryHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordDeliveryCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordDeliveryCommand request, CancellationToken cancellationToken)
    {
        var delivery = await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == request.DeliveryId && d.Status == WebhookDeliveryStatus.Sending, cancellationToken);
        if (delivery is null)
        {
            return Done.Value;
        }

        var (now, answer) = (time.UtcNow(), request.Answer);
        var webhook = await db.Webhooks.SingleAsync(w => w.Id == delivery.WebhookId, cancellationToken);
        db.WebhookTries.Add(new WebhookTry
        {
            DeliveryId = delivery.Id,
            At = now,
            Status = answer.Status,
            Fault = answer.Fault,
            Milliseconds = answer.Milliseconds,
            ContentType = answer.ContentType[..Math.Min(answer.ContentType.Length, WebhookTry.ContentTypeLength)],
        });
        if (answer.Fault == WebhookFault.None)
        {
            delivery.Deliver(now);
            webhook.Took();
            if (delivery.Event == WebhookEvent.Ping && webhook.Status == WebhookStatus.Unproven)
            {
                webhook.Move(WebhookStatus.Active);
            }

            return Done.Value;
        }

        delivery.Miss(now);
        webhook.Failed(now);
        return Done.Value;
    }
}
