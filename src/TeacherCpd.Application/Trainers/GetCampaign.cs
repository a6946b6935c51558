using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>One campaign: who takes part and how far each is.</summary>
/// <param name="Status">Only those in this state; null for all.</param>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.RecertifyTrainers)]
public sealed record GetCampaignQuery(Guid CampaignId, RecertificationStatus? Status, int Page) : IQuery<CampaignView>;

/// <summary>A campaign.</summary>
/// <param name="Counts">How many in each state that occurs.</param>
public sealed record CampaignView(
    Guid Id,
    int Year,
    CampaignStatus Status,
    string Basis,
    DateOnly DueUntil,
    DateOnly ReportsUntil,
    DateOnly ValidFrom,
    DateOnly ValidUntil,
    bool ReportsAreOver,
    IReadOnlyList<StatusCount> Counts,
    Paged<RecertificationRow> Rows);

/// <summary>How many are in a state.</summary>
public sealed record StatusCount(RecertificationStatus Status, int Count);

/// <summary>A recertification in a list.</summary>
/// <param name="Check">Check of the latest report; null before one was handed in.</param>
/// <param name="Grades">What assessors signed.</param>
public sealed record RecertificationRow(
    Guid Id,
    string Number,
    Guid TrainerId,
    string Name,
    string Code,
    LocalizedText Title,
    RecertificationStatus Status,
    bool IsCarriedOver,
    string? Protocol,
    DateOnly? ProtocolOn,
    ReportCheck? Check,
    IReadOnlyList<SignedGrade> Grades);

internal sealed class GetCampaignHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<GetCampaignQuery, Result<CampaignView>>
{
    public async Task<Result<CampaignView>> Handle(GetCampaignQuery request, CancellationToken cancellationToken)
    {
        var campaign = await db.RecertificationCampaigns.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CampaignId, cancellationToken);
        if (campaign is null)
        {
            return new NotFound();
        }

        var counts = await db.Recertifications
            .Where(r => r.CampaignId == campaign.Id)
            .GroupBy(r => r.Status)
            .Select(g => new StatusCount(g.Key, g.Count()))
            .ToListAsync(cancellationToken);
        var total = counts.Where(c => request.Status is null || c.Status == request.Status).Sum(c => c.Count);
        var rows = db.Recertifications.Where(r => r.CampaignId == campaign.Id && (request.Status == null || r.Status == request.Status));
        var page = await db.RecertificationRows(rows).PageAsync(total, request.Page, cancellationToken);
        return new CampaignView(
            campaign.Id,
            campaign.Year,
            campaign.Status,
            campaign.Basis,
            campaign.DueUntil,
            campaign.ReportsUntil,
            campaign.ValidFrom,
            campaign.ValidUntil,
            campaign.ReportsUntil < time.Today(),
            [.. counts.OrderBy(c => c.Status)],
            page with { Items = await db.WithGradesAsync(page.Items, cancellationToken) });
    }
}
