using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups;

/// <summary>One quota, as <see cref="GetQuotasQuery"/> counts it, and the regions to which its places may move.</summary>
[RequirePermission(Permission.ManageQuotas)]
public sealed record GetQuotaQuery(Guid QuotaId) : IQuery<QuotaView>;

/// <summary>A quota.</summary>
/// <param name="Regions">Other regions of the officer; empty for who stands over one only.</param>
public sealed record QuotaView(int Year, QuotaRow Quota, IReadOnlyList<NamedChoice> Regions);

internal sealed class GetQuotaHandler(IAppDbContext db, IMediator mediator) : IRequestHandler<GetQuotaQuery, Result<QuotaView>>
{
    public async Task<Result<QuotaView>> Handle(GetQuotaQuery request, CancellationToken cancellationToken)
    {
        var key = await db.Quotas.AsNoTracking().Where(q => q.Id == request.QuotaId).SingleOrDefaultAsync(cancellationToken);
        if (key is null)
        {
            return new NotFound();
        }

        var book = await mediator.Send(new GetQuotasQuery(key.Year, key.ProgrammeId, null), cancellationToken);
        if (book.Error is not null)
        {
            return book.Error;
        }

        var row = book.Value.Rows.FirstOrDefault(r => r.Id == request.QuotaId);
        return row is null ? new NotFound() : new QuotaView(key.Year, row, [.. book.Value.RegionChoices.Where(r => r.Id != key.RegionId)]);
    }
}
