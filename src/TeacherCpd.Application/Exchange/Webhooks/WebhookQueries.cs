using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>Parts of queries that the use cases of webhooks share.</summary>
internal static class WebhookQueries
{
    /// <summary>Webhooks of the places in reach, whoever registered them.</summary>
    public static IQueryable<Webhook> WebhooksOf(this IAppDbContext db, CurrentUser user)
    {
        var reach = db.Organisations.Within(user.Scopes(Permission.ExchangeRegister)).Select(o => o.Id);
        return db.Webhooks.Where(w => reach.Contains(w.PlaceId));
    }

    /// <summary>Messages that may be sent now: their time has come, and their receiver is not left alone.</summary>
    public static IQueryable<WebhookDelivery> DueDeliveries(this IAppDbContext db, DateTime now) =>
        from delivery in db.WebhookDeliveries
        where delivery.Status == WebhookDeliveryStatus.Waiting && delivery.NextAt <= now
        join webhook in db.Webhooks on delivery.WebhookId equals webhook.Id
        where (webhook.Status == WebhookStatus.Active || (webhook.Status == WebhookStatus.Unproven && delivery.Event == WebhookEvent.Ping))
            && (webhook.RestsUntil == null || webhook.RestsUntil <= now)
        select delivery;
}
