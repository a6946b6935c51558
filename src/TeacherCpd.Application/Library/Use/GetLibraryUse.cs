using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Library;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Library.Use;

/// <summary>How the library was used in a year, by region and month; for its keepers and for those who see figures of training.</summary>
/// <param name="Year">Calendar year; null: this one.</param>
[SignedIn]
public sealed record GetLibraryUseQuery(int? Year) : IQuery<LibraryUseView>;

/// <summary>Use of the library in a year.</summary>
/// <param name="Regions">A row a region in which anything was counted, in the order of their names; last the row of those who work in none.</param>
/// <param name="Months">Sums of the months, 12.</param>
/// <param name="Most">The materials that were opened most.</param>
public sealed record LibraryUseView(int Year, IReadOnlyList<RegionUse> Regions, IReadOnlyList<UseCounts> Months, UseCounts Total, IReadOnlyList<MaterialUse> Most)
{
    /// <summary>Materials of the list of the most opened.</summary>
    public const int MostLength = 20;
}

/// <summary>Counts.</summary>
public readonly record struct UseCounts(int Visits, int Views, int Downloads)
{
    /// <summary>Sum of both.</summary>
    public static UseCounts operator +(UseCounts a, UseCounts b) => new(a.Visits + b.Visits, a.Views + b.Views, a.Downloads + b.Downloads);
}

/// <summary>A region.</summary>
/// <param name="Name">Name; null for visitors and those who work in no region.</param>
/// <param name="Months">Counts of the months, 12.</param>
public sealed record RegionUse(LocalizedText? Name, IReadOnlyList<UseCounts> Months, UseCounts Total);

/// <summary>A material.</summary>
public sealed record MaterialUse(Guid Id, int Number, LocalizedText Title, UseCounts Counts);

internal sealed class GetLibraryUseHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetLibraryUseQuery, Result<LibraryUseView>>
{
    public async Task<Result<LibraryUseView>> Handle(GetLibraryUseQuery request, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.KeepLibrary) && !user.Can(Permission.SeeTraining))
        {
            return new Forbidden();
        }

        var year = request.Year is >= 2000 and <= 9999 ? request.Year.Value : time.Today().Year;
        var (first, last) = ((year * 100) + 1, (year * 100) + 12);
        var counts = db.LibraryCounts.Where(c => c.Month >= first && c.Month <= last);
        var sums = await counts
            .GroupBy(c => new { c.Region, c.Month, c.Use })
            .Select(g => new { g.Key.Region, g.Key.Month, g.Key.Use, Count = g.Sum(c => c.Count) })
            .ToListAsync(cancellationToken);
        var names = await db.Organisations
            .Where(o => o.Kind == OrganisationKind.Region)
            .Select(o => new { o.Code, o.Name })
            .ToListAsync(cancellationToken);
        var rows = sums
            .GroupBy(s => s.Region)
            .Select(g => (
                Name: names.Find(n => n.Code == g.Key)?.Name,
                Months: Enumerable.Range(first, 12).Select(month => SumOf(g.Where(s => s.Month == month).Select(s => (s.Use, s.Count)))).ToList()))
            .OrderBy(r => r.Name is null)
            .ThenBy(r => r.Name is null ? "" : SortKey.Of(r.Name.Kk), StringComparer.Ordinal)
            .Select(r => new RegionUse(r.Name, r.Months, r.Months.Aggregate(default(UseCounts), (a, b) => a + b)))
            .ToList();
        var months = Enumerable.Range(0, 12).Select(m => rows.Aggregate(default(UseCounts), (sum, row) => sum + row.Months[m])).ToList();
        return new LibraryUseView(year, rows, months, months.Aggregate(default(UseCounts), (a, b) => a + b), await MostAsync(counts, cancellationToken));
    }

    private async Task<IReadOnlyList<MaterialUse>> MostAsync(IQueryable<LibraryCount> counts, CancellationToken cancellationToken)
    {
        var most = await counts
            .Where(c => c.Number > 0)
            .GroupBy(c => c.Number)
            .Select(g => new
            {
                Number = g.Key,
                Views = g.Sum(c => c.Use == LibraryUse.View ? c.Count : 0),
                Downloads = g.Sum(c => c.Use == LibraryUse.Download ? c.Count : 0),
            })
            .OrderByDescending(m => m.Views)
            .ThenBy(m => m.Number)
            .Take(LibraryUseView.MostLength)
            .ToListAsync(cancellationToken);
        var numbers = most.ConvertAll(m => m.Number);
        var titles = await (
            from entry in db.LibraryEntries
            where numbers.Contains(entry.Number)
            join version in db.LibraryVersions on entry.VersionId equals version.Id
            select new { entry.Number, version.MaterialId, version.Title })
            .ToDictionaryAsync(t => t.Number, cancellationToken);

        // what was withdrawn since is counted above and not listed here
        return [.. most.Where(m => titles.ContainsKey(m.Number)).Select(m => new MaterialUse(
            titles[m.Number].MaterialId, m.Number, titles[m.Number].Title, new UseCounts(0, m.Views, m.Downloads)))];
    }

    private static UseCounts SumOf(IEnumerable<(LibraryUse Use, int Count)> counts) =>
        counts.Aggregate(default(UseCounts), (sum, c) => sum + (c.Use switch
        {
            LibraryUse.Visit => new UseCounts(c.Count, 0, 0),
            LibraryUse.View => new UseCounts(0, c.Count, 0),
            _ => new UseCounts(0, 0, c.Count),
        }));
}
