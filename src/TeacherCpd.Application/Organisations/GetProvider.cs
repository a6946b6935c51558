using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>One training centre as a provider: reviews, accreditations, and the regions that its branches serve.</summary>
/// <param name="OrganisationId">The training centre.</param>
[RequirePermission(Permission.ManageProviders)]
public sealed record GetProviderQuery(Guid OrganisationId) : IQuery<ProviderView>;

/// <summary>A provider.</summary>
/// <param name="Regions">All regions, to choose from.</param>
public sealed record ProviderView(
    Guid Id,
    LocalizedText Name,
    ProviderState State,
    IReadOnlyList<ReviewView> Reviews,
    IReadOnlyList<ProviderAccreditationView> Accreditations,
    IReadOnlyList<BranchView> Branches,
    IReadOnlyList<RegionView> Regions);

/// <summary>A quality review.</summary>
public sealed record ReviewView(DateOnly Date, ReviewResult Result, string Document);

/// <summary>An accreditation.</summary>
/// <param name="Holds">Whether it holds today.</param>
public sealed record ProviderAccreditationView(string Agency, string Number, DateOnly ValidFrom, DateOnly? ValidUntil, bool Holds);

/// <summary>A branch and the regions that it serves.</summary>
public sealed record BranchView(Guid Id, LocalizedText Name, IReadOnlyList<Guid> Regions);

/// <summary>A region.</summary>
public sealed record RegionView(Guid Id, LocalizedText Name);

internal sealed class GetProviderHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetProviderQuery, Result<ProviderView>>
{
    public async Task<Result<ProviderView>> Handle(GetProviderQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageProviders))
        {
            return new Forbidden();
        }

        var centre = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.OrganisationId && o.Kind == OrganisationKind.Centre, cancellationToken);
        if (centre is null)
        {
            return new NotFound();
        }

        var provider = await db.ProviderOfAsync(centre.Id, cancellationToken);
        var branches = await db.Organisations
            .Where(o => o.ParentId == centre.Id && o.Kind == OrganisationKind.Branch)
            .OrderBy(o => o.SortKey)
            .Select(o => new BranchView(o.Id, o.Name, db.BranchRegions.Where(b => b.BranchId == o.Id).Select(b => b.RegionId).ToList()))
            .ToListAsync(cancellationToken);
        var regions = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.Region)
            .OrderBy(o => o.SortKey)
            .Select(o => new RegionView(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        var today = time.Today();
        return new ProviderView(
            centre.Id,
            centre.Name,
            provider?.StateOn(today) ?? ProviderState.NotReviewed,
            [.. (provider?.Reviews ?? []).OrderByDescending(r => r.Date).Select(r => new ReviewView(r.Date, r.Result, r.Document))],
            [.. (provider?.Accreditations ?? [])
                .OrderByDescending(a => a.ValidFrom)
                .Select(a => new ProviderAccreditationView(a.Agency, a.Number, a.ValidFrom, a.ValidUntil, a.HoldsOn(today)))],
            branches,
            regions);
    }
}
