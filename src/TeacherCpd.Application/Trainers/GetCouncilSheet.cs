using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>Those on whom the council may decide in one way: the two ways are journeys of their own.</summary>
/// <param name="Outcome">Certified or not recommended.</param>
[RequirePermission(Permission.RecertifyTrainers)]
public sealed record GetCouncilSheetQuery(Guid CampaignId, RecertificationStatus Outcome) : IQuery<CouncilSheet>;

/// <summary>The sheet of the council.</summary>
public sealed record CouncilSheet(Guid CampaignId, int Year, DateOnly ValidFrom, DateOnly ValidUntil, IReadOnlyList<RecertificationRow> Rows);

internal sealed class GetCouncilSheetHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetCouncilSheetQuery, Result<CouncilSheet>>
{
    public async Task<Result<CouncilSheet>> Handle(GetCouncilSheetQuery request, CancellationToken cancellationToken)
    {
        var campaign = await db.RecertificationCampaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CampaignId, cancellationToken);
        if (campaign is null)
        {
            return new NotFound();
        }

        // whoever handed in nothing by the last day can only be carried over
        var withoutReport = request.Outcome == RecertificationStatus.NotRecommended && campaign.ReportsUntil < time.Today();
        var rows = await db.RecertificationRows(db.Recertifications.Where(r => r.CampaignId == campaign.Id
                && (r.Status == RecertificationStatus.Assessed || (withoutReport && r.Status == RecertificationStatus.AwaitingReport))))
            .ToListAsync(cancellationToken);
        return new CouncilSheet(campaign.Id, campaign.Year, campaign.ValidFrom, campaign.ValidUntil, await db.WithGradesAsync(rows, cancellationToken));
    }
}
