using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Api;

/// <summary>Deletes answers to programs and messages to receivers whose time is over.</summary>
[SystemOnly]
public sealed record DropOldRepliesCommand : ICommand<Done>;

internal sealed class DropOldRepliesHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<DropOldRepliesCommand, Result<Done>>
{
    private const int MostAtOnce = 1_000;

    public async Task<Result<Done>> Handle(DropOldRepliesCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var answered = now - ApiReply.KeptFor;
        await db.ApiReplies.Where(r => r.At < answered).ExecuteDeleteAsync(cancellationToken);
        var told = now - WebhookDelivery.KeptFor;
        var old = await db.WebhookDeliveries
            .Where(d => d.At < told && (d.Status == WebhookDeliveryStatus.Delivered || d.Status == WebhookDeliveryStatus.Failed))
            .OrderBy(d => d.At)
            .Take(MostAtOnce)
            .Select(d => d.Id)
            .ToListAsync(cancellationToken);
        if (old.Count > 0)
        {
            // they are no records: what they told of is
            await db.WebhookTries.Where(t => EF.Parameter(old).Contains(t.DeliveryId)).ExecuteDeleteAsync(cancellationToken);
            await db.WebhookDeliveries.Where(d => EF.Parameter(old).Contains(d.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        return Done.Value;
    }
}
