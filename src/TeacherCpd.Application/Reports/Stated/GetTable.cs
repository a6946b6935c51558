using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Reports;

namespace TeacherCpd.Application.Reports.Stated;

/// <summary>A table of somebody else's: what it states, beside it what follows from its own numbers, and which of ours its rows are.</summary>
/// <param name="TableId">Table.</param>
[RequirePermission(Permission.SeeTraining)]
public sealed record GetTableQuery(Guid TableId) : IQuery<StatedTableView>;

/// <summary>A table with what was found.</summary>
/// <param name="Columns">Names of the columns of numbers.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Findings">What is wrong with it; faults, and notes.</param>
/// <param name="MayWithdraw">Whether the reader keeps it.</param>
public sealed record StatedTableView(
    Guid Id, string FileName, DateTime KeptAt, IReadOnlyList<string> Columns, IReadOnlyList<StatedRow> Rows, IReadOnlyList<AggregateFinding> Findings, bool MayWithdraw);

/// <summary>A row.</summary>
/// <param name="Name">Name as it is written.</param>
/// <param name="Known">The region or programme that is called so, in our words; null where none or several are.</param>
/// <param name="Cells">Cells as they are written.</param>
/// <param name="Differs">Beside each cell what is computed where that differs; null where nothing does.</param>
public sealed record StatedRow(string Name, LocalizedText? Known, IReadOnlyList<string> Cells, IReadOnlyList<string?> Differs);

internal sealed class GetTableHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetTableQuery, Result<StatedTableView>>
{
    public async Task<Result<StatedTableView>> Handle(GetTableQuery request, CancellationToken cancellationToken)
    {
        var kept = await db.TablesSeenBy(user).AsNoTracking().SingleOrDefaultAsync(t => t.Id == request.TableId, cancellationToken);
        if (kept is null)
        {
            return new NotFound();
        }

        var known = await KnownNames.OfAsync(db, cancellationToken);
        var table = kept.Read();
        var findings = table.Check();
        var differing = findings.Where(f => f.Kind == FindingKind.Differs).ToLookup(f => (f.Row, f.Column), f => f.Computed);
        return new StatedTableView(
            kept.Id,
            kept.FileName,
            kept.KeptAt,
            table.Columns,
            [.. table.Rows.Select((name, i) => new StatedRow(
                name, known.Find(name), table.Cells[i], [.. table.Columns.Select(c => differing[(name, c)].FirstOrDefault())]))],
            [.. findings, .. SameThing(table.Rows, known)],
            kept.KeptById == user.PersonId);
    }

    // rows of different names that are one region or programme: an old name beside a new one
    private static IEnumerable<AggregateFinding> SameThing(IReadOnlyList<string> rows, KnownNames known) =>
        from name in rows.DistinctBy(ForgivingText.Fold)
        let thing = known.Find(name)
        where thing is not null
        group name by thing into same
        where same.Count() > 1
        select new AggregateFinding(FindingKind.SameRow, string.Join(" = ", same), "", "", "");

    /// <summary>What regions and programmes are called: names in the languages of the product, codes of programmes and their aliases.</summary>
    private sealed class KnownNames
    {
        private const string City = "city";
        private const string Region = "region";

        // words for what a place is, which people put before or behind its name, shorten or leave out
        private static readonly Dictionary<string, string> Kinds = new[]
        {
            (Region, new[] { "облысы", "облыс", "область", "обл", "region" }),
            (City, ["қаласы", "қала", "қ", "город", "г", "city"]),
        }.SelectMany(k => k.Item2.Select(word => (Word: ForgivingText.Fold(word), Kind: k.Item1))).DistinctBy(k => k.Word).ToDictionary(k => k.Word, k => k.Kind);

        // names that regions and cities had until 2018 to 2022, by the code of the region today
        private static readonly (string Former, string Code)[] Former =
        [
            ("Оңтүстік Қазақстан", "61"), ("Южно-Казахстанская", "61"), ("South Kazakhstan", "61"),
            ("Нұр-Сұлтан", "71"), ("Нур-Султан", "71"), ("Nur-Sultan", "71"),
        ];

        private readonly ILookup<string, LocalizedText> names;

        private KnownNames(ILookup<string, LocalizedText> names) => this.names = names;

        public static async Task<KnownNames> OfAsync(IAppDbContext db, CancellationToken cancellationToken)
        {
            var regions = await db.Organisations.AsNoTracking()
                .Where(o => o.Kind == OrganisationKind.Region)
                .Select(o => new { o.Code, o.Name })
                .ToListAsync(cancellationToken);
            var programmes = await db.Programmes.AsNoTracking().Select(p => new { p.Code, p.Title, p.Aliases }).ToListAsync(cancellationToken);
            return new KnownNames(
                regions.SelectMany(r => new[] { r.Name.Kk, r.Name.Ru, r.Name.En }
                        .Concat(Former.Where(f => f.Code == r.Code).Select(f => f.Former))
                        .SelectMany(n => new[] { (Name: Key(n, withKind: true), Thing: r.Name), (Name: Key(n, withKind: false), Thing: r.Name) }))
                    .Concat(programmes.SelectMany(p => new[] { p.Code, p.Title.Kk, p.Title.Ru, p.Title.En }
                        .Concat(p.Aliases.Split('\n'))
                        .Select(n => (Name: Key(n, withKind: true), Thing: p.Title))))
                    .Where(n => n.Name.Length > 0)
                    .Distinct()
                    .ToLookup(n => n.Name, n => n.Thing));
        }

        // a city and a region of one name are told apart by the kind; without it neither is meant for certain
        public LocalizedText? Find(string name) =>
            Only(names[Key(name, withKind: true)]) ?? Only(names[Key(name, withKind: false)]);

        private static LocalizedText? Only(IEnumerable<LocalizedText> things)
        {
            var found = things.Take(2).ToList();
            return found.Count == 1 ? found[0] : null;
        }

        private static string Key(string name, bool withKind)
        {
            var words = ForgivingText.Fold(new string([.. name.Select(c => char.IsLetterOrDigit(c) ? c : ' ')])).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var kinds = words.Where(Kinds.ContainsKey).Select(w => Kinds[w]).Distinct();
            return string.Join(' ', words.Where(w => !Kinds.ContainsKey(w)).Concat(withKind ? kinds : []));
        }
    }
}
