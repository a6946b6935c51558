using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>A webhook with its messages, the newest first.</summary>
/// <param name="Status">Messages to show; null: all.</param>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record GetWebhookQuery(Guid WebhookId, WebhookDeliveryStatus? Status, int Page) : IQuery<WebhookView>;

/// <summary>A webhook.</summary>
/// <param name="Counts">Messages by state.</param>
/// <param name="RestsUntil">Until when its receiver is left alone (UTC); null where it is not.</param>
public sealed record WebhookView(
    Guid Id,
    string Url,
    LocalizedText Place,
    IReadOnlyList<WebhookEvent> Events,
    WebhookStatus Status,
    DateTime? FailingSince,
    DateTime? RestsUntil,
    IReadOnlyDictionary<WebhookDeliveryStatus, int> Counts,
    WebhookDeliveryStatus? Shown,
    Paged<DeliveryRow> Deliveries)
{
    /// <summary>Whether its receiver may be asked to prove itself anew.</summary>
    public bool CanAsk => Status is WebhookStatus.Paused or WebhookStatus.Unproven;

    /// <summary>Whether it may be taken away.</summary>
    public bool CanEnd => Webhook.States.Allow(Status, WebhookStatus.Ended);
}

/// <summary>A message in a list.</summary>
/// <param name="NextAt">When it is tried next (UTC); null where it is not.</param>
/// <param name="Tries">Its tries, the last first; not more than a few.</param>
/// <param name="CanReplay">Whether it may be sent again.</param>
public sealed record DeliveryRow(Guid Id, WebhookEvent Event, Guid RecordId, DateTime At, WebhookDeliveryStatus Status, DateTime? NextAt, IReadOnlyList<TryRow> Tries, bool CanReplay);

/// <summary>A try in a list.</summary>
public sealed record TryRow(DateTime At, int? Status, WebhookFault Fault, int Milliseconds, string ContentType);

internal sealed class GetWebhookHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetWebhookQuery, Result<WebhookView>>
{
    private const int MostTries = 5;

    public async Task<Result<WebhookView>> Handle(GetWebhookQuery request, CancellationToken cancellationToken)
    {
        if (await db.WebhooksOf(user).AsNoTracking().SingleOrDefaultAsync(w => w.Id == request.WebhookId, cancellationToken) is not { } webhook)
        {
            return new NotFound();
        }

        var place = await db.Organisations.Where(o => o.Id == webhook.PlaceId).Select(o => o.Name).SingleAsync(cancellationToken);
        var counts = await db.WebhookDeliveries.Where(d => d.WebhookId == webhook.Id)
            .GroupBy(d => d.Status)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var shown = request.Status is { } asked && counts.ContainsKey(asked) ? request.Status : null;
        var page = await db.WebhookDeliveries.AsNoTracking()
            .Where(d => d.WebhookId == webhook.Id && (shown == null || d.Status == shown))
            .OrderByDescending(d => d.At).ThenBy(d => d.Id)
            .PageAsync(shown is { } one ? counts[one] : counts.Values.Sum(), request.Page, cancellationToken);
        var ids = page.Items.Select(d => d.Id).ToList();
        var tries = (await db.WebhookTries.AsNoTracking()
            .Where(t => EF.Parameter(ids).Contains(t.DeliveryId))
            .OrderByDescending(t => t.At)
            .ToListAsync(cancellationToken)).ToLookup(t => t.DeliveryId);
        return new WebhookView(
            webhook.Id, webhook.Url, place, webhook.Events, webhook.Status, webhook.FailingSince, webhook.RestsUntil, counts, shown,
            new Paged<DeliveryRow>(
                [
                    .. page.Items.Select(d => new DeliveryRow(
                        d.Id, d.Event, d.RecordId, d.At, d.Status, d.Status == WebhookDeliveryStatus.Waiting ? d.NextAt : null,
                        [.. tries[d.Id].Take(MostTries).Select(t => new TryRow(t.At, t.Status, t.Fault, t.Milliseconds, t.ContentType))],
                        webhook.Status == WebhookStatus.Active && d.Status is WebhookDeliveryStatus.Failed or WebhookDeliveryStatus.Delivered)),
                ],
                page.Number,
                page.Total));
    }
}
