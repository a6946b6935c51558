using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange.Webhooks;

/// <summary>The next messages to be sent, the earliest first. A receiver that failed last is tried with one.</summary>
[SystemOnly]
public sealed record GetDueDeliveriesQuery : IQuery<Guid[]>;

internal sealed class GetDueDeliveriesHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetDueDeliveriesQuery, Result<Guid[]>>
{
    private const int MostAtOnce = 200;

    public async Task<Result<Guid[]>> Handle(GetDueDeliveriesQuery request, CancellationToken cancellationToken)
    {
        var due = await (
            from delivery in db.DueDeliveries(time.UtcNow())
            join webhook in db.Webhooks on delivery.WebhookId equals webhook.Id
            orderby delivery.NextAt, delivery.Id
            select new { delivery.Id, delivery.WebhookId, webhook.Failures })
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        return due.GroupBy(d => d.WebhookId).SelectMany(g => g.Take(g.First().Failures > 0 ? 1 : MostAtOnce)).Select(d => d.Id).ToArray();
    }
}
