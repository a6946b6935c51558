using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Application.Exchange;

/// <summary>An import: how far it is, how often each difference is there, and the rows of one of them.</summary>
/// <param name="Finding">Differences to show; null: those that need somebody's look first.</param>
/// <param name="Page">Page, from 1.</param>
[RequirePermissionOrSystem(Permission.ExchangeRegister)]
public sealed record GetRegisterImportQuery(Guid ImportId, RegisterFinding? Finding, int Page) : IQuery<RegisterImportView>;

/// <summary>An import.</summary>
/// <param name="Counts">How often each difference is there; rows in which both agree too.</param>
/// <param name="Compared">Rows that are compared.</param>
/// <param name="Written">Records that it wrote and that are not taken back.</param>
/// <param name="Kept">Records that could not be taken back.</param>
/// <param name="Left">Rows of the running step that are still to be done.</param>
/// <param name="Shown">The difference whose rows are shown; null where there is none.</param>
public sealed record RegisterImportView(
    Guid Id,
    RegisterKind Kind,
    string FileName,
    LocalizedText Place,
    DateOnly AsOf,
    RegisterImportStatus Status,
    int Rows,
    IReadOnlyList<string> UnknownHeadings,
    IReadOnlyList<RegisterFinding> Confirmed,
    bool HasRows,
    IReadOnlyDictionary<RegisterFinding, int> Counts,
    int Compared,
    int Written,
    int Kept,
    int Left,
    RegisterFinding? Shown,
    Paged<RegisterDifference> Differences)
{
    /// <summary>Differences that a person may have followed, those that are there.</summary>
    public IReadOnlyList<RegisterFinding> Applicable => [.. Kind.Applicable().Where(Counts.ContainsKey)];

    /// <summary>Whether differences may be confirmed now.</summary>
    public bool CanConfirm => HasRows && Applicable.Count > 0 && RegisterImport.States.Allow(Status, RegisterImportStatus.Applying);

    /// <summary>Whether it may be taken back now.</summary>
    public bool CanUndo => HasRows && RegisterImport.States.Allow(Status, RegisterImportStatus.Undoing);

    /// <summary>Whether it may be thrown away now.</summary>
    public bool CanDiscard => RegisterImport.States.Allow(Status, RegisterImportStatus.Discarded);
}

/// <summary>A difference of a row.</summary>
/// <param name="Row">Number of the row in the file; 0 for what only our records have.</param>
/// <param name="Iin">National number of the person; empty for organisations.</param>
/// <param name="Name">Name of the person or the organisation as the file writes it.</param>
/// <param name="Organisation">Organisation as the file writes it, with its code; empty for organisations.</param>
/// <param name="Theirs">What the file says about what differs.</param>
/// <param name="Ours">What our records say, a word of the domain or a name; null where there is nothing to say.</param>
/// <param name="Why">End of the text key of a fault; null else.</param>
public sealed record RegisterDifference(int Row, RegisterFinding Finding, string Iin, string Name, string Organisation, string Theirs, string? Ours, string? Why);

internal sealed class GetRegisterImportHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetRegisterImportQuery, Result<RegisterImportView>>
{
    public async Task<Result<RegisterImportView>> Handle(GetRegisterImportQuery request, CancellationToken cancellationToken)
    {
        var import = await db.RegisterImportsOf(user).AsNoTracking().SingleOrDefaultAsync(i => i.Id == request.ImportId, cancellationToken);
        if (import is null)
        {
            return new NotFound();
        }

        var place = await db.Organisations.Where(o => o.Id == import.PlaceId).Select(o => o.Name).SingleAsync(cancellationToken);
        var portions = await db.RegisterPortions.AsNoTracking()
            .Where(p => p.ImportId == import.Id)
            .OrderBy(p => p.Number)
            .Select(p => new { p.Number, p.RowCount, p.Counts, p.Pass, p.Written, p.Kept, IsCompared = p.Findings != null, HasChanges = p.Changes != null })
            .ToListAsync(cancellationToken);
        var counts = portions.Select(p => (p.Number, Counts: RegisterCounts.Read(p.Counts))).ToList();
        var sums = counts.SelectMany(c => c.Counts).GroupBy(c => c.Key).Select(g => (g.Key, Sum: g.Sum(c => c.Value))).Where(c => c.Sum > 0).ToDictionary(c => c.Key, c => c.Sum);
        var shown = request.Finding is { } asked && sums.ContainsKey(asked) && asked != RegisterFinding.Same
            ? asked
            : sums.Keys.Where(f => f != RegisterFinding.Same).Select(f => (RegisterFinding?)f).Order().FirstOrDefault();
        var left = import.Status switch
        {
            RegisterImportStatus.Comparing => import.Rows - portions.Where(p => p.IsCompared).Sum(p => p.RowCount),
            RegisterImportStatus.Applying => portions.Where(p => p.Pass < import.Passes).Sum(p => p.RowCount),
            RegisterImportStatus.Undoing => portions.Where(p => p.HasChanges).Sum(p => p.RowCount),
            _ => 0,
        };
        var differences = new Paged<RegisterDifference>([], 1, shown is { } f ? sums[f] : 0);
        if (shown is { } finding)
        {
            var number = Math.Clamp(request.Page, 1, differences.Pages);
            differences = differences with
            {
                Number = number,
                Items = await RowsAsync(import, finding, [.. counts.Select(c => (c.Number, c.Counts.GetValueOrDefault(finding)))], (number - 1) * differences.Size, differences.Size, cancellationToken),
            };
        }

        return new RegisterImportView(
            import.Id, import.Kind, import.FileName, place, import.AsOf, import.Status, import.Rows,
            import.UnknownHeadings.Split('\n', StringSplitOptions.RemoveEmptyEntries), import.ConfirmedFindings, import.RowsDroppedAt is null && portions.Count > 0,
            sums, portions.Where(p => p.IsCompared).Sum(p => p.RowCount), portions.Sum(p => p.Written), portions.Sum(p => p.Kept), Math.Max(0, left), shown, differences);
    }

    // the counts tell in which portions a page lies: no more than those are unpacked
    private async Task<IReadOnlyList<RegisterDifference>> RowsAsync(
        RegisterImport import, RegisterFinding finding, IReadOnlyList<(int Number, int Count)> counts, int skip, int take, CancellationToken cancellationToken)
    {
        var rows = new List<RegisterDifference>();
        foreach (var (number, count) in counts.Where(c => c.Count > 0))
        {
            if (skip >= count)
            {
                skip -= count;
                continue;
            }

            if (rows.Count >= take)
            {
                break;
            }

            var portion = await db.RegisterPortions.AsNoTracking().SingleAsync(p => p.ImportId == import.Id && p.Number == number, cancellationToken);
            rows.AddRange(RegisterDifferences.Of(import.Kind, portion).Where(d => d.Finding == finding).Skip(skip).Take(take - rows.Count));
            skip = 0;
        }

        return rows;
    }
}

/// <summary>The differences of a portion as people read them.</summary>
internal static class RegisterDifferences
{
    /// <summary>Unpacks them, in the order of the rows.</summary>
    public static IEnumerable<RegisterDifference> Of(RegisterKind kind, RegisterPortion portion)
    {
        if (portion.Findings is null)
        {
            yield break;
        }

        var rows = Packed.Read<RegisterRows>(portion.Rows);
        foreach (var found in Packed.Read<List<FoundRow>>(portion.Findings).OrderBy(f => f.At))
        {
            var line = rows.Lines[found.At];
            var organisation = Joined(RegisterColumn.OrganisationCode, RegisterColumn.Organisation);
            yield return new RegisterDifference(
                line.Number,
                found.Finding,
                kind == RegisterKind.Staff ? rows.Cell(line, RegisterColumn.Iin) : "",
                kind == RegisterKind.Staff ? Joined(RegisterColumn.FullName, RegisterColumn.FamilyName, RegisterColumn.GivenName, RegisterColumn.Patronymic) : organisation,
                kind == RegisterKind.Staff ? organisation : "",
                found.Finding switch
                {
                    RegisterFinding.OtherCategory or RegisterFinding.UnfitCategory => Joined(RegisterColumn.Position, RegisterColumn.Category),
                    RegisterFinding.OtherPosition or RegisterFinding.OnlyThere or RegisterFinding.NewWorkplace or RegisterFinding.UnknownPosition => Joined(RegisterColumn.Position),
                    RegisterFinding.OtherName => Joined(RegisterColumn.Organisation, RegisterColumn.OrganisationRu),
                    RegisterFinding.OtherDescription => Joined(RegisterColumn.Settlement, RegisterColumn.Ownership),
                    RegisterFinding.OtherAbove => Joined(RegisterColumn.Region, RegisterColumn.District),
                    _ => "",
                },
                found.Ours,
                found.Why);

            string Joined(params RegisterColumn[] columns) => string.Join(' ', columns.Select(c => rows.Cell(line, c)).Where(c => c.Length > 0));
        }
    }
}
