using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Reports;

namespace TeacherCpd.Application.Reports.Stated;

/// <summary>The tables of other people that are kept for the organisations in reach, the newest first.</summary>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetTablesQuery(int Page) : IQuery<Paged<StatedTableRow>>;

/// <summary>A kept table.</summary>
public sealed record StatedTableRow(Guid Id, string FileName, LocalizedText Organisation, DateTime KeptAt);

/// <summary>Parts of queries that the use cases of stated tables share.</summary>
internal static class StatedTableQueries
{
    /// <summary>Tables of the organisations in reach that were not withdrawn.</summary>
    public static IQueryable<StatedTable> TablesSeenBy(this IAppDbContext db, CurrentUser user)
    {
        var reach = db.Organisations.Within(user.Scopes(Permission.SeeTraining)).Select(o => o.Id);
        return db.StatedTables.Where(t => t.WithdrawnAt == null && reach.Contains(t.OrganisationId));
    }
}

internal sealed class GetTablesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTablesQuery, Result<Paged<StatedTableRow>>>
{
    public async Task<Result<Paged<StatedTableRow>>> Handle(GetTablesQuery request, CancellationToken cancellationToken)
    {
        var tables = db.TablesSeenBy(user);
        var rows =
            from table in tables
            join organisation in db.Organisations on table.OrganisationId equals organisation.Id
            orderby table.KeptAt descending, table.Id
            select new StatedTableRow(table.Id, table.FileName, organisation.Name, table.KeptAt);
        return await rows.PageAsync(await tables.CountAsync(cancellationToken), request.Page, cancellationToken);
    }
}
