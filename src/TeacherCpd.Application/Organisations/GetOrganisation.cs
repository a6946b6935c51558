using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>One organisation and what stands directly below it.</summary>
/// <param name="Page">Page of the list of those below, from 1.</param>
[RequirePermission(Permission.ManageOrganisations)]
public sealed record GetOrganisationQuery(Guid Id, int Page = 1) : IQuery<OrganisationView>;

/// <summary>An organisation.</summary>
/// <param name="Above">What stands above it and is in reach, from the top down.</param>
/// <param name="KindsBelow">Kinds that may be added below it.</param>
/// <param name="Below">What stands directly below it.</param>
public sealed record OrganisationView(
    Guid Id,
    OrganisationKind Kind,
    string Code,
    LocalizedText Name,
    Settlement Settlement,
    Ownership Ownership,
    IReadOnlyList<OrganisationAbove> Above,
    IReadOnlyList<OrganisationKind> KindsBelow,
    Paged<OrganisationRow> Below);

/// <summary>An organisation above another.</summary>
public sealed record OrganisationAbove(Guid Id, LocalizedText Name);

internal sealed class GetOrganisationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetOrganisationQuery, Result<OrganisationView>>
{
    public async Task<Result<OrganisationView>> Handle(GetOrganisationQuery request, CancellationToken cancellationToken)
    {
        var organisation = await db.OrganisationInReachAsync(user, Permission.ManageOrganisations, request.Id, cancellationToken);
        if (organisation is null)
        {
            return new NotFound();
        }

        var paths = PathsAbove(organisation.Path).Where(path => user.Covers(Permission.ManageOrganisations, path)).ToList();
        var above = await db.Organisations
            .Where(o => paths.Contains(o.Path))
            .OrderBy(o => o.Path)
            .Select(o => new OrganisationAbove(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        var below = db.Organisations.AsNoTracking().Where(o => o.ParentId == organisation.Id);
        var total = await below.CountAsync(cancellationToken);
        var page = await below.OrderBy(o => o.Kind).ThenBy(o => o.SortKey).ThenBy(o => o.Path).PageAsync(total, request.Page, cancellationToken);
        return new OrganisationView(
            organisation.Id,
            organisation.Kind,
            organisation.Code,
            organisation.Name,
            organisation.Settlement,
            organisation.Ownership,
            above,
            organisation.Kind.KindsBelow(),
            new Paged<OrganisationRow>(await db.RowsAsync(page.Items, cancellationToken), page.Number, total));
    }

    // "kz/39/3901/" stands below "kz/" and "kz/39/"
    private static IEnumerable<string> PathsAbove(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end < path.Length - 1; end = path.IndexOf('/', end + 1))
        {
            yield return path[..(end + 1)];
        }
    }
}
