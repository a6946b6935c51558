using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>The training centres as providers of courses.</summary>
[RequirePermission(Permission.ManageProviders)]
public sealed record GetProvidersQuery : IQuery<IReadOnlyList<ProviderRow>>;

/// <summary>A provider.</summary>
/// <param name="Id">Id of the training centre.</param>
/// <param name="State">Whether it may open groups today.</param>
/// <param name="ReviewedOn">Day of the latest review.</param>
/// <param name="AccreditedUntil">Last day of the accreditation that holds longest; null where it has no end or there is none.</param>
/// <param name="Branches">Number of branches.</param>
public sealed record ProviderRow(Guid Id, LocalizedText Name, ProviderState State, DateOnly? ReviewedOn, DateOnly? AccreditedUntil, int Branches);

internal sealed class GetProvidersHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<GetProvidersQuery, Result<IReadOnlyList<ProviderRow>>>
{
    public async Task<Result<IReadOnlyList<ProviderRow>>> Handle(GetProvidersQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageProviders))
        {
            return new Forbidden();
        }

        var centres = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.Centre)
            .OrderBy(o => o.SortKey)
            .Select(o => new { o.Id, o.Name, Branches = db.Organisations.Count(b => b.ParentId == o.Id && b.Kind == OrganisationKind.Branch) })
            .ToListAsync(cancellationToken);
        var providers = await db.Providers
            .AsNoTracking()
            .AsSplitQuery()
            .Include(p => p.Reviews)
            .Include(p => p.Accreditations)
            .ToDictionaryAsync(p => p.OrganisationId, cancellationToken);
        var today = time.Today();
        return centres.ConvertAll(c =>
        {
            var provider = providers.GetValueOrDefault(c.Id);
            var holding = provider?.Accreditations.Where(a => a.HoldsOn(today)).ToList() ?? [];
            return new ProviderRow(
                c.Id,
                c.Name,
                provider?.StateOn(today) ?? ProviderState.NotReviewed,
                provider?.Reviews.Max(r => (DateOnly?)r.Date),
                holding.Exists(a => a.ValidUntil is null) ? null : holding.Max(a => a.ValidUntil),
                c.Branches);
        });
    }
}
