using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Groups;

/// <summary>An officer says how many places a region has in a programme for a year, a language and a source of money.</summary>
/// <param name="Planned">Places planned, 0 to 100,000.</param>
/// <param name="Granted">Places granted, not fewer than are used.</param>
[RequirePermission(Permission.ManageQuotas)]
public sealed record PlanQuotaCommand(QuotaKey Key, int Planned, int Granted) : ICommand<Guid>;

internal sealed class PlanQuotaValidator : AbstractValidator<PlanQuotaCommand>
{
    public PlanQuotaValidator()
    {
        RuleFor(c => c.Key.Year).InclusiveBetween(2000, 2100).WithErrorCode("out_of_range").OverridePropertyName(nameof(QuotaKey.Year));
        RuleFor(c => c.Key.ProgrammeId).NotEmpty().WithErrorCode("required").OverridePropertyName(nameof(QuotaKey.ProgrammeId));
        RuleFor(c => c.Key.RegionId).NotEmpty().WithErrorCode("required").OverridePropertyName(nameof(QuotaKey.RegionId));
        RuleFor(c => c.Key.Language).IsInEnum().WithErrorCode("required").OverridePropertyName(nameof(QuotaKey.Language));
        RuleFor(c => c.Key.Funding).IsInEnum().WithErrorCode("required").OverridePropertyName(nameof(QuotaKey.Funding));
        RuleFor(c => c.Planned).InclusiveBetween(0, 100_000).WithErrorCode("out_of_range");
        RuleFor(c => c.Granted).InclusiveBetween(0, 100_000).WithErrorCode("out_of_range");
    }
}

internal sealed class PlanQuotaHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<PlanQuotaCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(PlanQuotaCommand request, CancellationToken cancellationToken)
    {
        var key = request.Key;
        await db.TakeTurnAsync(PlaceTurn.Line(key.ProgrammeId), cancellationToken);
        var isRegion = await db.Organisations
            .Within(user.Scopes(Permission.ManageQuotas))
            .AnyAsync(o => o.Id == key.RegionId && o.Kind == OrganisationKind.Region, cancellationToken);
        if (!isRegion || !await db.Programmes.AnyAsync(p => p.Id == key.ProgrammeId, cancellationToken))
        {
            return new NotFound();
        }

        var quota = await db.QuotaOfAsync(key, cancellationToken);
        if (quota is null)
        {
            quota = new Quota { Year = key.Year, ProgrammeId = key.ProgrammeId, RegionId = key.RegionId, Language = key.Language, Funding = key.Funding };
            db.Quotas.Add(quota);
        }

        if (quota.Plan(request.Planned, request.Granted, await db.UsedAsync(key, cancellationToken)) is { } refused)
        {
            return refused;
        }

        return await PlaceTurn.PromoteAllAsync(db, key, time.UtcNow(), cancellationToken) is { } wrong ? wrong : quota.Id;
    }
}
