using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Exchange;

/// <summary>Compares schools, preschools and colleges: names, where they stand, whose they are.</summary>
internal sealed class OrganisationComparer(IAppDbContext db, RegisterImport import, string path, ListPlaces places) : IRegisterComparer
{
    private readonly HashSet<Guid> seen = [];
    private readonly HashSet<string> codes = [];

    /// <summary>A row of an organisation as it was read.</summary>
    /// <param name="Above">The district or region below which the file puts it; null where it names none.</param>
    /// <param name="ByName">Whether it was found by its name: its code is not in our records.</param>
    internal sealed record OrganisationRow(
        int At, string? Fault, ListPlaces.Place? Place, string Code, LocalizedText Name, string? Above, bool ByName, Settlement? Settlement, Ownership? Ownership) : ReadRow(At, Fault, Place);

    public IReadOnlyList<ReadRow> Read(RegisterRows rows) => [.. rows.Lines.Select((line, at) => ReadRow(rows, line, at))];

    /// <summary>Reads a row; used once more when it is applied, so that what is written is what was compared.</summary>
    public OrganisationRow ReadRow(RegisterRows rows, RegisterLine line, int at)
    {
        var (code, kk) = (Cell(RegisterColumn.OrganisationCode), ListText.Repair(Cell(RegisterColumn.Organisation)));
        var ru = ListText.Repair(Cell(RegisterColumn.OrganisationRu)) is { Length: > 0 } russian ? russian : kk;
        var (areas, unknown) = places.Areas(Cell(RegisterColumn.Region), Cell(RegisterColumn.District));
        var coded = places.SchoolsWithCode(code, [path]);
        var namesake = coded.Count == 0 && kk.Length > 0 && unknown is null ? [.. places.Schools(kk, areas).Where(p => p.Path.StartsWith(path, StringComparison.Ordinal))] : coded;
        var row = new OrganisationRow(
            at, null, namesake is [var one] ? one : null, code, new LocalizedText(kk, ru, ""), areas is [{ Length: > 0 } above] && unknown is null ? above : null, coded.Count == 0,
            WrittenPosition.Settlement(Cell(RegisterColumn.Settlement)), WrittenPosition.Ownership(Cell(RegisterColumn.Ownership)));
        var fault =
            code.Length == 0 || code.Length > Organisation.CodeMaxLength || !code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? "code_wrong"
            : kk.Length is 0 or > Organisation.NameMaxLength || ru.Length > Organisation.NameMaxLength ? "name_missing"
            : RegisterDay.Disagrees(Cell(RegisterColumn.AsOf), import.AsOf) ? "another_day"
            : namesake.Count > 1 ? "organisation_ambiguous"
            : unknown is not null || (row.Place is null && (row.Above is null || !row.Above.StartsWith(path, StringComparison.Ordinal))) ? "place_unknown"
            : !codes.Add(code.ToUpperInvariant()) || (row.Place is { } place && !seen.Add(place.Id)) ? "twice"
            : null;
        return row with { Fault = fault };

        string Cell(RegisterColumn column) => rows.Cell(line, column);
    }

    public async Task<IReadOnlyList<FoundRow>> CompareAsync(RegisterRows rows, IReadOnlyList<ReadRow> read, CancellationToken cancellationToken)
    {
        var ids = read.Select(r => r.Place?.Id).OfType<Guid>().ToList();
        var ours = await db.Organisations.AsNoTracking().Where(o => EF.Parameter(ids).Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancellationToken);
        var findings = new List<FoundRow>();
        foreach (var row in read.Cast<OrganisationRow>())
        {
            if (row.Fault is not null)
            {
                findings.Add(new FoundRow(row.At, RegisterFinding.Fault, null, row.Place?.Id, null, row.Fault));
            }
            else if (row.Place is null)
            {
                findings.Add(new FoundRow(row.At, RegisterFinding.OnlyThere));
            }
            else
            {
                Compare(row, ours[row.Place.Id]);
            }
        }

        return findings;

        void Compare(OrganisationRow row, Organisation here)
        {
            Add(RegisterFinding.OtherCode, row.ByName, here.Code);
            Add(RegisterFinding.OtherName, !IsSame(row.Name, here.Name), here.Name.Kk);
            Add(RegisterFinding.OtherDescription, row.Settlement is { } settlement && settlement != here.Settlement, here.Settlement.ToString());
            Add(RegisterFinding.OtherDescription, row.Ownership is { } ownership && ownership != here.Ownership, here.Ownership.ToString());
            Add(RegisterFinding.OtherAbove, row.Above is not null && !here.Path.StartsWith(row.Above, StringComparison.Ordinal), null);

            void Add(RegisterFinding finding, bool holds, string? what)
            {
                if (holds)
                {
                    findings.Add(new FoundRow(row.At, finding, null, here.Id, what));
                }
            }
        }
    }

    public async IAsyncEnumerable<(RegisterRows Rows, IReadOnlyList<FoundRow> Findings)> OnlyHereAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RegisterColumn[] columns = [RegisterColumn.OrganisationCode, RegisterColumn.Organisation, RegisterColumn.OrganisationRu];
        var here = await db.Organisations.AsNoTracking()
            .Within([path])
            .Where(o => o.Kind == OrganisationKind.School)
            .OrderBy(o => o.Path)
            .Select(o => new { o.Id, o.Code, o.Name.Kk, o.Name.Ru })
            .ToListAsync(cancellationToken);
        foreach (var portion in here.Where(o => !seen.Contains(o.Id)).Chunk(RegisterImport.PortionRows))
        {
            yield return (
                new RegisterRows(columns, [.. portion.Select(o => new RegisterLine(0, [o.Code, o.Kk, o.Ru]))]),
                [.. portion.Select((o, at) => new FoundRow(at, RegisterFinding.OnlyHere, null, o.Id))]);
        }
    }

    /// <summary>Whether a file writes a name as our records do. A file without Russian names says the Kazakh one twice.</summary>
    public static bool IsSame(LocalizedText written, LocalizedText ours) =>
        ListText.Key(written.Kk) == ListText.Key(ours.Kk) && (written.Ru == written.Kk || ListText.Key(written.Ru) == ListText.Key(ours.Ru));
}
