using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// An officer over two regions moves places of a quota from one to the other, with a reason. The history stays.
/// </summary>
/// <param name="TransferId">Id that the form carries: sending it twice moves once.</param>
/// <param name="Places">How many, 1 or more.</param>
[RequirePermission(Permission.ManageQuotas)]
public sealed record TransferQuotaCommand(Guid TransferId, Guid FromQuotaId, Guid ToRegionId, int Places, string Reason) : ICommand<Guid>;

/// <summary>Places move to another region than that which has them.</summary>
public sealed record SameRegion() : Error("same_region", ErrorKind.Invalid)
{
    public override string Field => nameof(TransferQuotaCommand.ToRegionId);
}

internal sealed class TransferQuotaValidator : AbstractValidator<TransferQuotaCommand>
{
    public TransferQuotaValidator()
    {
        RuleFor(c => c.ToRegionId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Places).InclusiveBetween(1, 100_000).WithErrorCode("out_of_range");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(1000).WithErrorCode("too_long");
    }
}

internal sealed class TransferQuotaHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<TransferQuotaCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(TransferQuotaCommand request, CancellationToken cancellationToken)
    {
        var programme = await db.Quotas.Where(q => q.Id == request.FromQuotaId).Select(q => (Guid?)q.ProgrammeId).SingleOrDefaultAsync(cancellationToken);
        if (programme is null)
        {
            return new NotFound();
        }

        await db.TakeTurnAsync(PlaceTurn.Line(programme.Value), cancellationToken);
        if (await db.QuotaTransfers.AnyAsync(t => t.Id == request.TransferId, cancellationToken))
        {
            return request.TransferId;
        }

        var from = await db.Quotas.SingleAsync(q => q.Id == request.FromQuotaId, cancellationToken);
        var regions = await db.Organisations
            .Within(user.Scopes(Permission.ManageQuotas))
            .Where(o => o.Kind == OrganisationKind.Region && (o.Id == from.RegionId || o.Id == request.ToRegionId))
            .Select(o => o.Id)
            .ToListAsync(cancellationToken);
        if (!regions.Contains(from.RegionId) || !regions.Contains(request.ToRegionId))
        {
            return new NotFound();
        }

        if (from.RegionId == request.ToRegionId)
        {
            return new SameRegion();
        }

        var key = from.Key() with { RegionId = request.ToRegionId };
        var to = await db.QuotaOfAsync(key, cancellationToken);
        if (to is null)
        {
            to = new Quota { Year = key.Year, ProgrammeId = key.ProgrammeId, RegionId = key.RegionId, Language = key.Language, Funding = key.Funding };
            db.Quotas.Add(to);
        }

        if (from.MoveTo(to, request.Places, await db.UsedAsync(from.Key(), cancellationToken)) is { } refused)
        {
            return refused;
        }

        var now = time.UtcNow();
        db.QuotaTransfers.Add(new QuotaTransfer
        {
            Id = request.TransferId,
            FromQuotaId = from.Id,
            ToQuotaId = to.Id,
            Places = request.Places,
            Reason = request.Reason.Trim(),
            PersonId = user.Me,
            At = now,
        });
        return await PlaceTurn.PromoteAllAsync(db, key, now, cancellationToken) is { } wrong ? wrong : request.TransferId;
    }
}
