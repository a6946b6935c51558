using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>The webhooks of the places in reach that are not ended, the newest first, and the places for which one can be registered.</summary>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record GetWebhooksQuery : IQuery<WebhooksView>;

/// <summary>Webhooks and places.</summary>
public sealed record WebhooksView(IReadOnlyList<WebhookRow> Webhooks, IReadOnlyList<RegisterPlace> Places);

/// <summary>A webhook in a list.</summary>
/// <param name="Waiting">Messages that wait.</param>
/// <param name="Failed">Messages that were given up.</param>
public sealed record WebhookRow(
    Guid Id, string Url, LocalizedText Place, IReadOnlyList<WebhookEvent> Events, WebhookStatus Status, DateTime CreatedAt, DateTime? FailingSince, int Waiting, int Failed);

internal sealed class GetWebhooksHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetWebhooksQuery, Result<WebhooksView>>
{
    private const int MostShown = 200;

    public async Task<Result<WebhooksView>> Handle(GetWebhooksQuery request, CancellationToken cancellationToken)
    {
        var webhooks = await (
            from webhook in db.WebhooksOf(user).AsNoTracking()
            where webhook.Status != WebhookStatus.Ended
            join place in db.Organisations on webhook.PlaceId equals place.Id
            orderby webhook.CreatedAt descending, webhook.Id
            select new
            {
                Webhook = webhook,
                place.Name,
                Waiting = db.WebhookDeliveries.Count(d => d.WebhookId == webhook.Id && (d.Status == WebhookDeliveryStatus.Waiting || d.Status == WebhookDeliveryStatus.Sending)),
                Failed = db.WebhookDeliveries.Count(d => d.WebhookId == webhook.Id && d.Status == WebhookDeliveryStatus.Failed),
            }).Take(MostShown).ToListAsync(cancellationToken);
        return new WebhooksView(
            webhooks.ConvertAll(w => new WebhookRow(
                w.Webhook.Id, w.Webhook.Url, w.Name, w.Webhook.Events, w.Webhook.Status, w.Webhook.CreatedAt, w.Webhook.FailingSince, w.Waiting, w.Failed)),
            await db.RegisterPlacesAsync(user, cancellationToken));
    }
}
