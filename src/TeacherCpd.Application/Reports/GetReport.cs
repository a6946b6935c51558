using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Reports;

/// <summary>A report of the catalogue, of the places that the reader sees.</summary>
/// <param name="Name">Name of the report.</param>
/// <param name="Filter">What it is asked for.</param>
[SignedIn]
public sealed record GetReportQuery(string Name, ReportFilter Filter) : IQuery<ReportView>;

/// <summary>A report with what can be chosen.</summary>
/// <param name="Report">The report.</param>
/// <param name="Filter">What was asked for, what the report does not take left out.</param>
/// <param name="Table">Its rows.</param>
/// <param name="Places">Places to choose; empty where the report takes none.</param>
/// <param name="Programmes">Programmes to choose; empty where the report takes none.</param>
public sealed record ReportView(
    Report Report, ReportFilter Filter, ReportTable Table, IReadOnlyList<ReportPlace> Places, IReadOnlyList<ReportName> Programmes)
{
    /// <summary>The place that was asked for; null for all in reach.</summary>
    public ReportPlace? Place => Places.FirstOrDefault(p => p.Id == Filter.PlaceId);
}

/// <summary>A place to choose.</summary>
/// <param name="IsBelow">Whether it stands below the chosen region.</param>
public sealed record ReportPlace(Guid Id, LocalizedText Name, bool IsBelow);

internal sealed class GetReportHandler(IAppDbContext db, CurrentUser user, IMediator mediator) : IRequestHandler<GetReportQuery, Result<ReportView>>
{
    public async Task<Result<ReportView>> Handle(GetReportQuery request, CancellationToken cancellationToken)
    {
        if (ReportCatalogue.Find(request.Name) is not { } report)
        {
            return new NotFound();
        }

        if (!report.IsSeenBy(user))
        {
            return new Forbidden();
        }

        var filter = report.Asked(request.Filter);
        var table = await report.ReadAsync(mediator, filter, cancellationToken);
        if (table.Error is { } error)
        {
            return error;
        }

        return new ReportView(
            report,
            filter,
            table.Value,
            report.Takes.HasFlag(ReportParameters.Place) ? await PlacesAsync(report, filter.PlaceId, cancellationToken) : [],
            report.Takes.HasFlag(ReportParameters.Programme)
                ? await db.Programmes.OrderBy(p => p.Code).Select(p => new ReportName(p.Code, p.Title)).ToListAsync(cancellationToken)
                : []);
    }

    // regions, and the districts of the one that is chosen; whoever has only one region chooses among its districts at once
    private async Task<List<ReportPlace>> PlacesAsync(Report report, Guid? chosen, CancellationToken cancellationToken)
    {
        var inReach = db.Organisations.AsNoTracking();
        if (!report.Permissions.Any(user.CanEverywhere) && !user.Can(Permission.ModerateAssessments))
        {
            inReach = inReach.Within([.. report.Permissions.SelectMany(user.Scopes).Distinct()]);
        }

        var places = await inReach
            .Where(o => o.Kind == OrganisationKind.Region || o.Kind == OrganisationKind.District || o.Id == chosen)
            .OrderBy(o => o.SortKey)
            .Select(o => new { o.Id, o.ParentId, o.Kind, o.Name })
            .ToListAsync(cancellationToken);
        var regions = places.FindAll(p => p.Kind == OrganisationKind.Region);
        var above = places.Find(p => p.Id == chosen) is { } place
            ? place.Kind == OrganisationKind.Region ? place.Id : place.ParentId
            : regions.Count == 1 ? regions[0].Id : null;
        var below = places
            .Where(p => p.Kind != OrganisationKind.Region && (p.Id == chosen || p.ParentId == above || regions.Count == 0))
            .Select(p => new ReportPlace(p.Id, p.Name, true))
            .ToList();
        return
        [
            .. regions.SelectMany(r => r.Id == above ? [new ReportPlace(r.Id, r.Name, false), .. below] : new[] { new ReportPlace(r.Id, r.Name, false) }),
            .. regions.Exists(r => r.Id == above) ? [] : below,
        ];
    }
}
