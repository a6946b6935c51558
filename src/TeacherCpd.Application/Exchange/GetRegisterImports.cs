using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>Imports and exports of the organisations in reach, the newest first, and the places for which one can be asked.</summary>
/// <param name="Page">Page, from 1.</param>
[RequirePermission(Permission.ExchangeRegister)]
public sealed record GetRegisterImportsQuery(int Page) : IQuery<RegisterImportsView>;

/// <summary>Imports and places.</summary>
/// <param name="Imports">The imports.</param>
/// <param name="Places">The tops of what the user reaches, and the regions below them.</param>
/// <param name="Exports">The newest exports.</param>
/// <param name="Today">Today.</param>
public sealed record RegisterImportsView(Paged<RegisterImportRow> Imports, IReadOnlyList<RegisterPlace> Places, IReadOnlyList<RegisterExportRow> Exports, DateOnly Today);

/// <summary>An export in a list.</summary>
/// <param name="IsChanges">Whether it tells changes since another one.</param>
public sealed record RegisterExportRow(Guid Id, LocalizedText Place, DateTime AskedAt, bool IsChanges, RegisterExportStatus Status, int People, int Rows);

/// <summary>A place for which a file may be sent.</summary>
public sealed record RegisterPlace(Guid Id, LocalizedText Name);

/// <summary>An import in a list.</summary>
public sealed record RegisterImportRow(Guid Id, RegisterKind Kind, string FileName, LocalizedText Place, DateOnly AsOf, RegisterImportStatus Status, int Rows, DateTime CreatedAt);

internal sealed class GetRegisterImportsHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetRegisterImportsQuery, Result<RegisterImportsView>>
{
    private const int MostExports = 20;

    public async Task<Result<RegisterImportsView>> Handle(GetRegisterImportsQuery request, CancellationToken cancellationToken)
    {
        var imports = db.RegisterImportsOf(user);
        var rows =
            from import in imports
            join place in db.Organisations on import.PlaceId equals place.Id
            orderby import.CreatedAt descending, import.Id
            select new RegisterImportRow(import.Id, import.Kind, import.FileName, place.Name, import.AsOf, import.Status, import.Rows, import.CreatedAt);
        var exports = await (
            from export in db.RegisterExportsOf(user)
            join place in db.Organisations on export.PlaceId equals place.Id
            orderby export.AskedAt descending
            select new RegisterExportRow(export.Id, place.Name, export.AskedAt, export.AfterId != null, export.Status, export.People, export.Rows))
            .Take(MostExports)
            .ToListAsync(cancellationToken);
        return new RegisterImportsView(
            await rows.PageAsync(await imports.CountAsync(cancellationToken), request.Page, cancellationToken),
            await db.RegisterPlacesAsync(user, cancellationToken),
            exports,
            time.Today());
    }
}
