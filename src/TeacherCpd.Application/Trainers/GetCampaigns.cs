using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>The recertification campaigns, and the rubrics by which another could be held.</summary>
[RequirePermission(Permission.RecertifyTrainers)]
public sealed record GetCampaignsQuery : IQuery<CampaignsView>;

/// <summary>Campaigns, the latest on top.</summary>
public sealed record CampaignsView(IReadOnlyList<CampaignRow> Campaigns, IReadOnlyList<RubricChoice> Rubrics);

/// <summary>A campaign.</summary>
/// <param name="Due">Recertifications.</param>
/// <param name="Decided">Those with a decision.</param>
public sealed record CampaignRow(Guid Id, int Year, CampaignStatus Status, DateOnly ReportsUntil, int Due, int Decided, int Certified);

/// <summary>A published version of a rubric.</summary>
public sealed record RubricChoice(Guid Id, string Code, int Number, LocalizedText Title);

internal sealed class GetCampaignsHandler(IAppDbContext db) : IRequestHandler<GetCampaignsQuery, Result<CampaignsView>>
{
    public async Task<Result<CampaignsView>> Handle(GetCampaignsQuery request, CancellationToken cancellationToken)
    {
        var campaigns = await db.RecertificationCampaigns
            .OrderByDescending(c => c.Year)
            .Select(c => new CampaignRow(
                c.Id,
                c.Year,
                c.Status,
                c.ReportsUntil,
                db.Recertifications.Count(r => r.CampaignId == c.Id),
                db.Recertifications.Count(r => r.CampaignId == c.Id && r.ProtocolNumber != null),
                db.Recertifications.Count(r => r.CampaignId == c.Id && r.Status == RecertificationStatus.Certified)))
            .ToListAsync(cancellationToken);
        var rubrics = await db.Rubrics
            .Where(r => r.PublishedAt != null)
            .OrderBy(r => r.Code)
            .ThenByDescending(r => r.Number)
            .Select(r => new RubricChoice(r.Id, r.Code, r.Number, r.Title))
            .ToListAsync(cancellationToken);
        return new CampaignsView(campaigns, rubrics);
    }
}
