using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>
/// What would become of each row of a list, against what the register holds now: the preview shows it, the import does it.
/// The number of questions to the database does not grow with the list.
/// </summary>
internal sealed class ListCheck
{
    private readonly ListContent content;
    private readonly List<ListRow> rows;

    private ListCheck(ListContent content, DateOnly today)
    {
        this.content = content;
        rows = [.. content.Lines.Select(line => Read(line, today))];
    }

    /// <summary>All rows, in their order.</summary>
    public IReadOnlyList<ListRow> Rows => rows;

    /// <summary>Rows that can be taken, in their order: each alone, or those of a team together.</summary>
    public IReadOnlyList<IReadOnlyList<ListRow>> Together { get; private set; } = [];

    /// <summary>Checks a list.</summary>
    public static async Task<ListCheck> RunAsync(
        IAppDbContext db, StudyGroup group, Guid programmeId, int? teamSize, ListContent content, DateOnly today, CancellationToken cancellationToken)
    {
        var check = new ListCheck(content, today);
        check.FindRepeats();
        await check.FindPeopleAsync(db, today, cancellationToken);
        await check.FindPlacesAsync(db, cancellationToken);
        await check.CompareSchoolsAsync(db, today, cancellationToken);
        await check.FindEnrolmentsAsync(db, group.Id, cancellationToken);
        if (content.Columns.Contains(ListColumn.Programme))
        {
            check.FindProgrammes(
                await db.Programmes.AsNoTracking().ToListAsync(cancellationToken),
                programmeId);
        }

        check.FormTeams(teamSize);
        return check;
    }

    /// <summary>Says who would wait, giving places to nobody.</summary>
    /// <param name="group">Group.</param>
    /// <param name="places">Its places; used up by this.</param>
    /// <param name="at">Now (UTC).</param>
    public void Forecast(StudyGroup group, Places places, DateTime at)
    {
        foreach (var together in Together)
        {
            var probes = together.Select(row => new Enrolment
            {
                GroupId = group.Id,
                PersonId = row.PersonId ?? Guid.Empty,
                ListenerCode = "",
                AppliedAt = at,
                RegionId = row.Work?.RegionId,
            }.Asking(ApplicationSteps.None)).ToList();
            places.Give(probes, at);
            foreach (var (row, probe) in together.Zip(probes))
            {
                row.Waits = probe.Status == EnrolmentStatus.WaitingList;
                if (row.Waits)
                {
                    row.Add(places.HasQuota(row.Work?.RegionId) ? ListRemark.Waits() : ListRemark.NoQuota());
                }
            }
        }
    }

    private ListRow Read(ListLine line, DateOnly today)
    {
        var name = NameOf(line);
        var row = new ListRow(line) { Name = name };
        var text = Cell(line, ListColumn.Iin);
        row.Iin = ListText.Iin(text, mayBeFigure: name.IsComplete);
        if (row.Iin.Length == 0)
        {
            row.Add(ListRemark.IinMissing());
        }
        else if (Iin.Parse(row.Iin).Error is { } wrong)
        {
            row.Add(ListRemark.IinWrong(wrong));
        }

        var date = Cell(line, ListColumn.OrderDate);
        if (date.Length > 0)
        {
            row.OrderDate = WrittenDate.Parse(date);
            if (row.OrderDate is null)
            {
                row.Add(ListRemark.DateUnreadable(date));
            }
            else if (row.OrderDate > today)
            {
                row.Add(ListRemark.DateToCome(row.OrderDate.Value));
            }
        }

        return row;
    }

    private ListedName NameOf(ListLine line)
    {
        var (family, given, patronymic) =
            (Name(ListColumn.FamilyName), Name(ListColumn.GivenName), Name(ListColumn.Patronymic));
        if (family.Length > 0 || Name(ListColumn.FullName).Split(' ', 3, StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } words)
        {
            return new ListedName(family, given, patronymic);
        }

        return new ListedName(words[0], words.ElementAtOrDefault(1) ?? given, words.ElementAtOrDefault(2) ?? patronymic);

        string Name(ListColumn column) => ListText.Repair(content.Cell(line, column));
    }

    private void FindRepeats()
    {
        foreach (var same in rows.Where(r => !r.IsWrong).GroupBy(r => r.Iin).Where(g => g.Count() > 1))
        {
            var first = same.First();
            foreach (var row in same.Skip(1))
            {
                row.Add(ListRemark.Twice(first.Line.Number, first.Name.Full));
            }
        }
    }

    private async Task FindPeopleAsync(IAppDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var numbers = rows.Where(r => Iin.TryParse(r.Iin, out _)).Select(r => r.Iin).Distinct().ToList();
        var people = await db.Persons
            .Where(p => EF.Parameter(numbers).Contains(p.Iin))
            .Select(p => new { p.Id, p.Iin, p.FamilyName, p.GivenName, p.Patronymic })
            .ToDictionaryAsync(p => p.Iin, cancellationToken);
        var work = await db.WorkplacesAsync([.. people.Values.Select(p => p.Id)], today, cancellationToken);
        foreach (var row in rows)
        {
            if (people.GetValueOrDefault(row.Iin) is not { } person)
            {
                continue;
            }

            if (row.Name.IsComplete && !IsName(row.Name, person.FamilyName, person.GivenName))
            {
                // the name that the register has is not told: who guesses numbers would read names
                row.Add(ListRemark.OtherName());
            }
            else
            {
                row.Name = new ListedName(person.FamilyName, person.GivenName, person.Patronymic ?? "");
            }

            row.PersonId = person.Id;
            row.Work = work.GetValueOrDefault(person.Id);
            if (row.Work is null && !row.IsWrong)
            {
                row.Add(ListRemark.NoWorkplace());
            }
        }
    }

    private static bool IsName(ListedName listed, string family, string given)
    {
        var known = ListText.Key($"{family} {given}");
        return ListText.Key($"{listed.Family} {listed.Given}") == known || ListText.Key($"{listed.Given} {listed.Family}") == known;
    }

    private async Task FindPlacesAsync(IAppDbContext db, CancellationToken cancellationToken)
    {
        var places = await ListPlaces.LoadAsync(db, withSchools: rows.Exists(IsNew), cancellationToken);
        foreach (var row in rows)
        {
            var (paths, unknown) = places.Areas(Cell(row.Line, ListColumn.Region), Cell(row.Line, ListColumn.District));
            if (unknown is not null)
            {
                row.Add(ListRemark.PlaceNotFound(unknown, isFault: IsNew(row)));
            }

            if (IsNew(row))
            {
                FindSchool(row, places, paths);
            }

            if (row.Work is { } work)
            {
                var region = places.RegionOf(work.Path);
                row.Region = region?.Name;
                if (row.PersonId is not null && region is not null && !paths.Any(path => path.StartsWith(region.Path, StringComparison.Ordinal) || path.Length == 0))
                {
                    row.Add(ListRemark.OtherRegion(region.Name));
                }
            }
        }
    }

    // told of rows without faults only: who guesses numbers, and does not know the names, would read where people work
    private async Task CompareSchoolsAsync(IAppDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var named = rows.Where(r => r is { PersonId: not null, Work: not null, IsWrong: false } && Cell(r.Line, ListColumn.School).Length > 0).ToList();
        if (named.Count == 0)
        {
            return;
        }

        var people = named.Select(r => r.PersonId!.Value).Distinct().ToList();
        var work = await (
            from employment in db.Persons.Where(p => EF.Parameter(people).Contains(p.Id)).SelectMany(p => p.Employments)
            where employment.From <= today && (employment.To == null || employment.To >= today)
            join school in db.Organisations on employment.OrganisationId equals school.Id
            where school.Kind == OrganisationKind.School
            select new { employment.PersonId, school.Id, school.Name, school.Code })
            .ToListAsync(cancellationToken);
        var schools = work.ToLookup(w => w.PersonId);
        foreach (var row in named)
        {
            var text = Cell(row.Line, ListColumn.School);
            var known = schools[row.PersonId!.Value].ToList();
            if (!known.Exists(s => ListPlaces.Means(text, s.Name, s.Code)))
            {
                row.Add(ListRemark.OtherSchool(known.Find(s => s.Id == row.Work!.SchoolId)!.Name));
            }
        }
    }

    private static bool IsNew(ListRow row) => row.PersonId is null && !row.IsWrong;

    private void FindSchool(ListRow row, ListPlaces places, IReadOnlyList<string> paths)
    {
        var school = Cell(row.Line, ListColumn.School);
        if (!row.Name.IsComplete)
        {
            row.Add(ListRemark.NameMissing());
        }
        else if (new[] { row.Name.Family, row.Name.Given, row.Name.Patronymic }.Any(n => n.Length > ListedName.MaxLength))
        {
            row.Add(ListRemark.NameTooLong(ListedName.MaxLength));
        }
        else if (school.Length == 0)
        {
            row.Add(ListRemark.SchoolMissing());
        }
        else if (places.Schools(school, paths) is not [var found])
        {
            var several = places.Schools(school, paths).Count;
            row.Add(several == 0 ? ListRemark.SchoolNotFound(school) : ListRemark.SchoolAmbiguous(school, several));
        }
        else
        {
            row.School = found.Name;
            row.Work = new Workplace(found.Id, found.Path, places.RegionOf(found.Path)?.Id);
            row.Add(ListRemark.NewPerson(found.Name));
        }
    }

    private async Task FindEnrolmentsAsync(IAppDbContext db, Guid groupId, CancellationToken cancellationToken)
    {
        var people = rows.Select(r => r.PersonId).OfType<Guid>().Distinct().ToList();
        var there = await db.Enrolments.Include(e => e.Decisions)
            .Where(e => e.GroupId == groupId && EF.Parameter(people).Contains(e.PersonId))
            .ToDictionaryAsync(e => e.PersonId, cancellationToken);
        foreach (var row in rows)
        {
            if (row.PersonId is not { } person || there.GetValueOrDefault(person) is not { } enrolment)
            {
                continue;
            }

            switch (enrolment.Status)
            {
                case EnrolmentStatus.Withdrawn:
                    row.Before = enrolment;
                    row.Add(ListRemark.Again());
                    break;
                case EnrolmentStatus.Declined:
                    row.Add(ListRemark.Declined());
                    break;
                default:
                    row.Add(ListRemark.Already(enrolment.Status));
                    break;
            }
        }
    }

    private void FindProgrammes(IReadOnlyList<Programme> programmes, Guid programmeId)
    {
        var known = programmes
            .SelectMany(p => new[] { p.Code, p.Title.Kk, p.Title.Ru, p.Title.En }.Concat(p.Aliases.Split('\n')).Select(name => (Key: ListText.Key(name), Programme: p)))
            .Where(p => p.Key.Length > 0)
            .ToLookup(p => p.Key, p => p.Programme);
        foreach (var row in rows)
        {
            var text = Cell(row.Line, ListColumn.Programme);
            var meant = known[ListText.Key(text)].ToList();
            if (text.Length > 0 && !meant.Exists(p => p.Id == programmeId))
            {
                row.Add(meant.Count == 0 ? ListRemark.ProgrammeUnknown(text) : ListRemark.OtherProgramme(meant[0].Code, meant[0].Title));
            }
        }
    }

    private void FormTeams(int? teamSize)
    {
        if (teamSize is { } size)
        {
            foreach (var team in rows.Where(r => !r.IsWrong).GroupBy(r => r.Work?.SchoolId).Where(g => g.Key is null || g.Count() != size).ToList())
            {
                foreach (var row in team)
                {
                    row.Add(ListRemark.TeamOfAnotherSize(size, team.Key is null ? 0 : team.Count()));
                }
            }
        }

        var taken = rows.Where(r => !r.IsWrong);
        Together = teamSize is null ? [.. taken.Select(r => new[] { r })] : [.. taken.GroupBy(r => r.Work!.SchoolId).Select(g => g.ToArray())];
    }

    private string Cell(ListLine line, ListColumn column) => ListText.Clean(content.Cell(line, column));
}
