using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>The ministry says which regions a branch serves: these and no others.</summary>
[RequirePermission(Permission.ManageProviders)]
public sealed record ServeRegionsCommand(Guid BranchId, IReadOnlyList<Guid> RegionIds) : ICommand<Done>;

internal sealed class ServeRegionsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ServeRegionsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ServeRegionsCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageProviders))
        {
            return new Forbidden();
        }

        var wanted = request.RegionIds.Distinct().ToList();
        var known = await db.Organisations.CountAsync(o => o.Kind == OrganisationKind.Region && wanted.Contains(o.Id), cancellationToken);
        if (known < wanted.Count || !await db.Organisations.AnyAsync(o => o.Id == request.BranchId && o.Kind == OrganisationKind.Branch, cancellationToken))
        {
            return new NotFound();
        }

        var served = await db.BranchRegions.Where(b => b.BranchId == request.BranchId).ToListAsync(cancellationToken);
        db.BranchRegions.RemoveRange(served.Where(b => !wanted.Contains(b.RegionId)));
        db.BranchRegions.AddRange(wanted.Except(served.Select(b => b.RegionId)).Select(id => new BranchRegion { BranchId = request.BranchId, RegionId = id }));
        return Done.Value;
    }
}
