using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Exchange;

/// <summary>Parts of queries that the use cases of the exchange share.</summary>
internal static class RegisterQueries
{
    /// <summary>Whether the user may exchange what stands below a path.</summary>
    public static bool ReachesRegisterOf(this CurrentUser user, string path) => user.IsSystem || user.Covers(Permission.ExchangeRegister, path);

    /// <summary>Imports of the places in reach.</summary>
    public static IQueryable<RegisterImport> RegisterImportsOf(this IAppDbContext db, CurrentUser user)
    {
        if (user.IsSystem)
        {
            return db.RegisterImports;
        }

        var reach = db.Organisations.Within(user.Scopes(Permission.ExchangeRegister)).Select(o => o.Id);
        return db.RegisterImports.Where(i => reach.Contains(i.PlaceId));
    }

    /// <summary>Exports of the places in reach.</summary>
    public static IQueryable<RegisterExport> RegisterExportsOf(this IAppDbContext db, CurrentUser user)
    {
        if (user.IsSystem)
        {
            return db.RegisterExports;
        }

        var reach = db.Organisations.Within(user.Scopes(Permission.ExchangeRegister)).Select(o => o.Id);
        return db.RegisterExports.Where(e => reach.Contains(e.PlaceId));
    }

    /// <summary>Places for which something can be asked: the tops of what the user reaches, and the regions below them.</summary>
    public static async Task<IReadOnlyList<RegisterPlace>> RegisterPlacesAsync(this IAppDbContext db, CurrentUser user, CancellationToken cancellationToken)
    {
        var scopes = user.Scopes(Permission.ExchangeRegister);
        var tops = await db.Organisations.Tops(scopes).OrderBy(o => o.Path).Select(o => new RegisterPlace(o.Id, o.Name)).ToListAsync(cancellationToken);
        var regions = await db.Organisations
            .Within(scopes)
            .Where(o => o.Kind == OrganisationKind.Region)
            .OrderBy(o => o.SortKey)
            .Select(o => new RegisterPlace(o.Id, o.Name))
            .ToListAsync(cancellationToken);
        return [.. tops.Concat(regions).DistinctBy(p => p.Id)];
    }
}
