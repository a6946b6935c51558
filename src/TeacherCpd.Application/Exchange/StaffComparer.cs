using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Exchange;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Exchange;

/// <summary>Compares people and where they work.</summary>
internal sealed class StaffComparer(IAppDbContext db, RegisterImport import, string path, ListPlaces places) : IRegisterComparer
{
    private const int OrganisationsAtOnce = 200;

    // (national number as a number, place): a file names a person once for each workplace
    private readonly HashSet<(long Iin, Guid Place)> seen = [];
    private readonly HashSet<Guid> named = [];

    // organisations with rows of which nobody can say whom they mean
    private readonly HashSet<Guid> doubtful = [];

    /// <summary>A row of a person as it was read.</summary>
    internal sealed record StaffRow(
        int At, string? Fault, ListPlaces.Place? Place, string Iin, ListedName Name, Position? Position, string PositionText, WrittenCategory? Category, DateOnly? Since) : ReadRow(At, Fault, Place);

    public IReadOnlyList<ReadRow> Read(RegisterRows rows) => [.. rows.Lines.Select((line, at) => ReadRow(rows, line, at))];

    /// <summary>Reads a row; used once more when it is applied, so that what is written is what was compared.</summary>
    public StaffRow ReadRow(RegisterRows rows, RegisterLine line, int at)
    {
        var name = NameOf(rows, line);
        var iin = ListText.Iin(Cell(RegisterColumn.Iin), mayBeFigure: name.IsComplete);
        var since = Cell(RegisterColumn.Since) is { Length: > 0 } written ? WrittenDate.Parse(written) : null;
        var position = Cell(RegisterColumn.Position);
        var row = new StaffRow(at, null, null, iin, name, WrittenPosition.Read(position), position, WrittenCategory.Read(Cell(RegisterColumn.Category)), since);
        var found = Places(rows, line);
        var number = Iin.Parse(iin);
        if (number.Error is { } wrong)
        {
            doubtful.UnionWith(found.Select(p => p.Id));
            return row with { Fault = wrong.Code };
        }

        if (found is not [var place])
        {
            doubtful.UnionWith(found.Select(p => p.Id));
            return row with { Fault = found.Count == 0 ? "organisation_unknown" : "organisation_ambiguous" };
        }

        row = row with { Place = place };
        if (RegisterDay.Disagrees(Cell(RegisterColumn.AsOf), import.AsOf))
        {
            doubtful.Add(place.Id);
            return row with { Fault = "another_day" };
        }

        // from here on it is known who works there, whatever else is wrong with the row
        named.Add(place.Id);
        var isFirst = seen.Add((long.Parse(iin, CultureInfo.InvariantCulture), place.Id));

        if (Cell(RegisterColumn.Since).Length > 0 && since is null)
        {
            return row with { Fault = "date_unreadable" };
        }

        if (since is { } day && WorksSince.Check("", day, number.Value, import.AsOf) is not null)
        {
            return row with { Fault = day > import.AsOf ? "since_to_come" : "since_too_early" };
        }

        if (!name.IsComplete || new[] { name.Family, name.Given, name.Patronymic }.Any(n => n.Length > ListedName.MaxLength))
        {
            return row with { Fault = "name_missing" };
        }

        return isFirst ? row : row with { Fault = "twice" };

        string Cell(RegisterColumn column) => rows.Cell(line, column);
    }

    public async Task<IReadOnlyList<FoundRow>> CompareAsync(RegisterRows rows, IReadOnlyList<ReadRow> read, CancellationToken cancellationToken)
    {
        var usable = read.Cast<StaffRow>().Where(r => r.Fault is null).ToList();
        var numbers = usable.ConvertAll(r => r.Iin);
        var people = await db.Persons.AsNoTracking()
            .Where(p => EF.Parameter(numbers).Contains(p.Iin))
            .Select(p => new { p.Id, p.Iin, p.FamilyName, p.GivenName })
            .ToDictionaryAsync(p => p.Iin, cancellationToken);
        var ids = people.Values.Select(p => p.Id).ToList();
        var work = (await db.Persons.AsNoTracking()
            .Where(p => EF.Parameter(ids).Contains(p.Id))
            .SelectMany(p => p.Employments)
            .Where(e => e.From <= import.AsOf && (e.To == null || e.To >= import.AsOf))
            .Select(e => new { e.PersonId, e.OrganisationId, e.Position })
            .ToListAsync(cancellationToken)).ToLookup(e => (e.PersonId, e.OrganisationId), e => e.Position);
        var categories = (await db.CategoryRecords.AsNoTracking()
            .Where(c => EF.Parameter(ids).Contains(c.PersonId) && c.AnnulledAt == null && c.GrantedOn <= import.AsOf)
            .Select(c => new { c.PersonId, c.Category, c.GrantedOn })
            .ToListAsync(cancellationToken)).GroupBy(c => c.PersonId).ToDictionary(g => g.Key, g => g.MaxBy(c => c.GrantedOn)!.Category);

        var findings = new List<FoundRow>();
        foreach (var row in read.Cast<StaffRow>())
        {
            if (row.Fault is not null)
            {
                findings.Add(new FoundRow(row.At, RegisterFinding.Fault, null, row.Place?.Id, null, row.Fault));
                continue;
            }

            var person = people.GetValueOrDefault(row.Iin);
            Add(row, RegisterFinding.UnknownPosition, row.Position is null, null);
            var here = person is null ? [] : work[(person.Id, row.Place!.Id)].ToList();
            Add(row, RegisterFinding.OnlyThere, person is null && row.Position is not null, null);
            if (person is not null)
            {
                var held = categories.GetValueOrDefault(person.Id);
                Add(row, RegisterFinding.NewWorkplace, here.Count == 0 && row.Position is not null, null);
                Add(row, RegisterFinding.OtherPosition, here.Count > 0 && row.Position is { } position && !here.Contains(position), here.Count > 0 ? here[0].ToString() : null);

                // the name of our records is not told: who guesses numbers would read names
                Add(row, RegisterFinding.OtherName, !IsName(row.Name, person.FamilyName, person.GivenName), null);
                Add(row, RegisterFinding.OtherCategory, row.Category is { } written && written.Code != held, held);
            }

            var category = row.Category?.Code ?? (person is null ? null : categories.GetValueOrDefault(person.Id));
            Add(row, RegisterFinding.UnfitCategory, row.Position is { } as_ && category is not null && !WrittenCategory.Fits(as_, category), category);

            void Add(StaffRow about, RegisterFinding finding, bool holds, string? ours)
            {
                if (holds)
                {
                    findings.Add(new FoundRow(about.At, finding, person?.Id, about.Place!.Id, ours));
                }
            }
        }

        return findings;
    }

    public async IAsyncEnumerable<(RegisterRows Rows, IReadOnlyList<FoundRow> Findings)> OnlyHereAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RegisterColumn[] columns = [RegisterColumn.Iin, RegisterColumn.FullName, RegisterColumn.OrganisationCode, RegisterColumn.Organisation, RegisterColumn.Position];
        foreach (var some in named.Order().Chunk(OrganisationsAtOnce))
        {
            var there = await (
                from person in db.Persons.AsNoTracking()
                from employment in person.Employments
                where EF.Parameter(some).Contains(employment.OrganisationId) && employment.From <= import.AsOf && (employment.To == null || employment.To >= import.AsOf)
                join organisation in db.Organisations on employment.OrganisationId equals organisation.Id
                orderby organisation.Path, person.Id
                select new { person.Id, person.Iin, person.FamilyName, person.GivenName, person.Patronymic, employment.Position, OrganisationId = organisation.Id, organisation.Code, organisation.Name.Kk })
                .ToListAsync(cancellationToken);
            var absent = there
                .Where(p => !seen.Contains((long.Parse(p.Iin, CultureInfo.InvariantCulture), p.OrganisationId)))
                .DistinctBy(p => (p.Id, p.OrganisationId))
                .ToList();
            foreach (var portion in absent.Chunk(RegisterImport.PortionRows))
            {
                yield return (
                    new RegisterRows(columns, [.. portion.Select(p => new RegisterLine(0, [p.Iin, $"{p.FamilyName} {p.GivenName} {p.Patronymic}".TrimEnd(), p.Code, p.Kk, ""]))]),
                    [.. portion.Select((p, at) => new FoundRow(
                        at, doubtful.Contains(p.OrganisationId) ? RegisterFinding.PerhapsHere : RegisterFinding.OnlyHere, p.Id, p.OrganisationId, p.Position.ToString()))]);
            }
        }
    }

    private IReadOnlyList<ListPlaces.Place> Places(RegisterRows rows, RegisterLine line)
    {
        var code = rows.Cell(line, RegisterColumn.OrganisationCode);
        if (code.Length > 0 && places.SchoolsWithCode(code, [path]) is { Count: > 0 } coded)
        {
            // the parts of an organisation that was split share its code: the name tells which
            var name = rows.Cell(line, RegisterColumn.Organisation);
            return coded.Count > 1 && name.Length > 0 && coded.Where(p => ListPlaces.Means(name, p.Name, p.Code)).ToList() is [var one] ? [one] : coded;
        }

        var text = rows.Cell(line, RegisterColumn.Organisation);
        var (areas, unknown) = places.Areas(rows.Cell(line, RegisterColumn.Region), rows.Cell(line, RegisterColumn.District));
        return text.Length == 0 || unknown is not null ? [] : [.. places.Schools(text, areas).Where(p => p.Path.StartsWith(path, StringComparison.Ordinal))];
    }

    private static ListedName NameOf(RegisterRows rows, RegisterLine line)
    {
        var (family, given, patronymic) = (Name(RegisterColumn.FamilyName), Name(RegisterColumn.GivenName), Name(RegisterColumn.Patronymic));
        return family.Length > 0 || Name(RegisterColumn.FullName).Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } words
            ? new ListedName(family, given, patronymic)
            : new ListedName(words[0], words.ElementAtOrDefault(1) ?? given, words.ElementAtOrDefault(2) ?? patronymic);

        string Name(RegisterColumn column) => ListText.Repair(rows.Cell(line, column));
    }

    private static bool IsName(ListedName listed, string family, string given)
    {
        var known = ListText.Key($"{family} {given}");
        return ListText.Key($"{listed.Family} {listed.Given}") == known || ListText.Key($"{listed.Given} {listed.Family}") == known;
    }
}

/// <summary>The day or year that a row says it speaks for.</summary>
internal static class RegisterDay
{
    /// <summary>Whether a row says another year than that of the import. What cannot be read says nothing.</summary>
    public static bool Disagrees(string text, DateOnly asOf)
    {
        if (text.Length == 0)
        {
            return false;
        }

        if (WrittenDate.Parse(text) is { } day)
        {
            return day.Year != asOf.Year;
        }

        // a school year names two
        var years = ListText.Words(text).Where(w => w.Length == 4 && w.All(char.IsAsciiDigit)).Select(w => int.Parse(w, CultureInfo.InvariantCulture)).ToList();
        return years.Count > 0 && !years.Contains(asOf.Year);
    }
}
