using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Application.Trainers;

/// <summary>The assessing body closes a campaign in which everybody has a decision.</summary>
[RequirePermission(Permission.RecertifyTrainers)]
public sealed record CloseCampaignCommand(Guid CampaignId) : ICommand<Done>;

internal sealed class CloseCampaignHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<CloseCampaignCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseCampaignCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(RecertificationQueries.Line, cancellationToken);
        var campaign = await db.RecertificationCampaigns.SingleOrDefaultAsync(c => c.Id == request.CampaignId, cancellationToken);
        if (campaign is null)
        {
            return new NotFound();
        }

        var undecided = await db.Recertifications.CountAsync(r => r.CampaignId == campaign.Id && r.ProtocolNumber == null, cancellationToken);
        return campaign.Close(undecided, time.UtcNow()) is { } error ? error : Done.Value;
    }
}
