using Microsoft.EntityFrameworkCore;

namespace TeacherCpd.Application.Groups;

/// <summary>One page of a list.</summary>
/// <param name="Number">Number of the page, from 1.</param>
/// <param name="Total">Entries of the whole list.</param>
/// <param name="Size">Entries a page.</param>
public sealed record Paged<T>(IReadOnlyList<T> Items, int Number, int Total, int Size = Paging.Size)
{
    /// <summary>Number of pages, at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>Takes a page out of a query.</summary>
internal static class Paging
{
    /// <summary>Entries a page.</summary>
    public const int Size = 20;

    /// <summary>Page <paramref name="number"/>; the nearest there is when there is no such page.</summary>
    public static async Task<Paged<T>> PageAsync<T>(this IQueryable<T> rows, int total, int number, CancellationToken cancellationToken)
    {
        var page = new Paged<T>([], 1, total);
        var shown = Math.Clamp(number, 1, page.Pages);
        var items = await rows.Skip((shown - 1) * Size).Take(Size).ToListAsync(cancellationToken);
        return page with { Items = items, Number = shown };
    }
}
