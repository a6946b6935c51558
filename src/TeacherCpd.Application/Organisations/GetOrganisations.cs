using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Organisations;

/// <summary>The organisations over which the user manages: the tops, or those of a name.</summary>
/// <param name="Text">Words of a name, whole or their beginnings, in any of the three languages; null for the tops.</param>
/// <param name="Page">Page of the list, from 1.</param>
[RequirePermission(Permission.ManageOrganisations)]
public sealed record GetOrganisationsQuery(string? Text, int Page) : IQuery<Paged<OrganisationRow>>;

internal sealed class GetOrganisationsHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetOrganisationsQuery, Result<Paged<OrganisationRow>>>
{
    public async Task<Result<Paged<OrganisationRow>>> Handle(GetOrganisationsQuery request, CancellationToken cancellationToken)
    {
        var scopes = user.Scopes(Permission.ManageOrganisations);
        var found = string.IsNullOrWhiteSpace(request.Text)
            ? db.Organisations.AsNoTracking().Tops(scopes)
            : db.Organisations.AsNoTracking().Within(scopes).Named(request.Text);
        var total = await found.CountAsync(cancellationToken);
        var page = await found.OrderBy(o => o.SortKey).ThenBy(o => o.Path).PageAsync(total, request.Page, cancellationToken);
        return new Paged<OrganisationRow>(await db.RowsAsync(page.Items, cancellationToken), page.Number, total);
    }
}
