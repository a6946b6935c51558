using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>
/// Takes a message for sending: of several who try, one gets it. Where the owner of the webhook may no longer see what it tells, the webhook is
/// paused and nothing goes out.
/// </summary>
[SystemOnly]
public sealed record ClaimDeliveryCommand(Guid DeliveryId) : ICommand<ClaimedDelivery?>;

/// <summary>A message to be sent now.</summary>
/// <param name="Url">Address of the receiver.</param>
/// <param name="Body">Body.</param>
/// <param name="Headers">Headers with the signature.</param>
/// <param name="Challenge">What the answer has to hold; null where any success will do.</param>
public sealed record ClaimedDelivery(string Url, string Body, IReadOnlyDictionary<string, string> Headers, string? Challenge);

internal sealed class ClaimDeliveryHandler(IAppDbContext db, IKeySeal seal, TimeProvider time) : IRequestHandler<ClaimDeliveryCommand, Result<ClaimedDelivery?>>
{
    public async Task<Result<ClaimedDelivery?>> Handle(ClaimDeliveryCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        if (await db.DueDeliveries(now).SingleOrDefaultAsync(d => d.Id == request.DeliveryId, cancellationToken) is not { } delivery)
        {
            return (ClaimedDelivery?)null;
        }

        var webhook = await db.Webhooks.SingleAsync(w => w.Id == delivery.WebhookId, cancellationToken);
        if (!await MaySeeAsync(webhook, cancellationToken))
        {
            webhook.Move(webhook.Status == WebhookStatus.Active ? WebhookStatus.Paused : WebhookStatus.Ended);
            return (ClaimedDelivery?)null;
        }

        delivery.Take(now);
        var key = seal.Open(IKeySeal.Webhook, webhook.ProtectedKey);
        var body = WebhookMessage.BodyOf(delivery, key);
        return new ClaimedDelivery(
            webhook.Url, body, WebhookMessage.HeadersOf(delivery, body, key, now), delivery.Event == WebhookEvent.Ping ? WebhookMessage.ChallengeOf(delivery, key) : null);
    }

    private async Task<bool> MaySeeAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var place = await db.Organisations.Where(o => o.Id == webhook.PlaceId).Select(o => o.Path).SingleAsync(cancellationToken);
        var roles = await (
            from person in db.Persons
            where person.Id == webhook.OwnerId
            from role in person.Roles
            join top in db.Organisations on role.OrganisationId equals top.Id
            select new { role.Role, top.Path }).ToListAsync(cancellationToken);
        return roles.Exists(r => r.Role.Holds(Permission.ExchangeRegister) && place.StartsWith(r.Path, StringComparison.Ordinal));
    }
}
