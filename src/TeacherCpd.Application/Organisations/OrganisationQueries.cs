using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Organisations;

/// <summary>An organisation in a list.</summary>
/// <param name="Above">Name of the organisation above it; null for the root.</param>
/// <param name="Below">How many stand directly below it.</param>
public sealed record OrganisationRow(Guid Id, OrganisationKind Kind, string Code, LocalizedText Name, LocalizedText? Above, int Below);

/// <summary>Organisations among which to choose the one that a form is about.</summary>
/// <param name="Items">The first of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record OrganisationPick(IReadOnlyList<OrganisationRow> Items, int Total);

/// <summary>Parts of queries that the use cases of organisations share.</summary>
internal static class OrganisationQueries
{
    private const int MostPicked = 20;

    /// <summary>The organisation, to be changed; null where the permission does not reach over it.</summary>
    public static async Task<Organisation?> OrganisationInReachAsync(
        this IAppDbContext db, CurrentUser user, Permission permission, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Organisations.SingleOrDefaultAsync(o => o.Id == id, cancellationToken);
        return found is not null && user.Covers(permission, found.Path) ? found : null;
    }

    /// <summary>The organisations in reach in whose names every word of <paramref name="text"/> stands, or begins one.</summary>
    public static IQueryable<Organisation> Named(this IQueryable<Organisation> organisations, string text)
    {
        foreach (var word in SortKey.OfWordBeginning(text))
        {
            organisations = organisations.Where(o => o.SearchKey.Contains(word));
        }

        return organisations;
    }

    /// <summary>The tops of what a permission reaches over: those that stand below no other of them.</summary>
    public static IQueryable<Organisation> Tops(this IQueryable<Organisation> organisations, IReadOnlyList<string> scopes)
    {
        var tops = scopes.Where(s => !scopes.Any(other => other != s && s.StartsWith(other, StringComparison.Ordinal))).ToList();
        return organisations.Where(o => tops.Contains(o.Path));
    }

    /// <summary>Rows of a list.</summary>
    public static async Task<List<OrganisationRow>> RowsAsync(
        this IAppDbContext db, IReadOnlyList<Organisation> organisations, CancellationToken cancellationToken)
    {
        var ids = organisations.Select(o => o.Id).ToList();
        var parents = organisations.Select(o => o.ParentId).OfType<Guid>().Distinct().ToList();
        var names = await db.Organisations
            .Where(o => parents.Contains(o.Id))
            .Select(o => new { o.Id, o.Name })
            .ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
        var below = await db.Organisations
            .Where(o => o.ParentId != null && ids.Contains(o.ParentId.Value))
            .GroupBy(o => o.ParentId!.Value)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Id, g => g.Count, cancellationToken);
        return [.. organisations.Select(o => new OrganisationRow(
            o.Id, o.Kind, o.Code, o.Name, o.ParentId is { } above ? names[above] : null, below.GetValueOrDefault(o.Id)))];
    }

    /// <summary>Organisations in reach of a permission to choose from: those of a name, or the tops when none is said.</summary>
    public static async Task<OrganisationPick> PickAsync(
        this IAppDbContext db, CurrentUser user, Permission permission, string? text, CancellationToken cancellationToken)
    {
        var scopes = user.Scopes(permission);
        var found = string.IsNullOrWhiteSpace(text)
            ? db.Organisations.AsNoTracking().Tops(scopes)
            : db.Organisations.AsNoTracking().Within(scopes).Named(text);
        var total = await found.CountAsync(cancellationToken);
        var first = await found.OrderBy(o => o.SortKey).ThenBy(o => o.Path).Take(MostPicked).ToListAsync(cancellationToken);
        return new OrganisationPick(await db.RowsAsync(first, cancellationToken), total);
    }
}
