using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Reports;

/// <summary>The region or district that somebody names: by its code or by its name in one of the languages. Regions come first.</summary>
/// <param name="Place">Code or name.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record FindReportPlaceQuery(string Place) : IQuery<Guid>;

internal sealed class FindReportPlaceHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<FindReportPlaceQuery, Result<Guid>>
{
    private static readonly OrganisationKind[] Kinds = [OrganisationKind.Region, OrganisationKind.District];

    public async Task<Result<Guid>> Handle(FindReportPlaceQuery request, CancellationToken cancellationToken)
    {
        var asked = request.Place.Trim();
        var places = await db.Organisations.AsNoTracking()
            .Within(user.Scopes(Permission.SeeTraining))
            .Where(o => Kinds.Contains(o.Kind))
            .Select(o => new { o.Id, o.Kind, o.Code, o.Name })
            .ToListAsync(cancellationToken);
        var found = places
            .OrderBy(p => p.Kind)
            .FirstOrDefault(p => p.Code == asked || new[] { p.Name.Kk, p.Name.Ru, p.Name.En }.Contains(asked, StringComparer.OrdinalIgnoreCase));
        return found is null ? new NotFound() : found.Id;
    }
}
