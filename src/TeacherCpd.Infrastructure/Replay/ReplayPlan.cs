using System.Numerics;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;
using TeacherCpd.Domain.Trainers;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>When a group of the replay begins.</summary>
public enum GroupTime
{
    /// <summary>At the end of the year before: results are told in the year, but the people are not among its trainees.</summary>
    YearBefore,

    /// <summary>In the year, before the second edition of the plan.</summary>
    Early,

    /// <summary>In the year, under the second edition: a report less, or none checked.</summary>
    Late,
}

/// <summary>Somebody of the replay, with everything that the tables count.</summary>
public sealed class PlannedPerson
{
    /// <summary>Number, from 0; names and texts follow from it.</summary>
    public required int Number { get; init; }

    /// <summary>Programme.</summary>
    public required string Code { get; init; }

    /// <summary>Level of the programme.</summary>
    public required EducationLevel Level { get; init; }

    /// <summary>Team of colleagues; null where everybody comes alone.</summary>
    public int? Team { get; init; }

    /// <summary>When the group begins.</summary>
    public GroupTime Time { get; internal set; } = GroupTime.Early;

    /// <summary>Language of the group.</summary>
    public Language Language { get; internal set; } = Language.Kk;

    /// <summary>Who pays.</summary>
    public FundingSource Funding { get; internal set; } = FundingSource.RepublicanBudget;

    /// <summary>Sex.</summary>
    public Sex Sex { get; internal set; } = Sex.Female;

    /// <summary>Whether the school is in a village.</summary>
    public bool IsRural { get; internal set; }

    /// <summary>Grade; null for who is not assessed.</summary>
    public Grade? Grade { get; internal set; }

    /// <summary>Reports of the portfolio; 0 for who is not assessed.</summary>
    public int Reports { get; internal set; }

    /// <summary>Whether their originality is checked.</summary>
    public bool IsChecked { get; internal set; }

    /// <summary>Reports over the threshold at the formative stage: a bit each, the first the lowest.</summary>
    public int Formative { get; internal set; }

    /// <summary>Reports over the threshold at the summative stage, some of the former.</summary>
    public int Summative { get; internal set; }
}

/// <summary>A group of the replay: one programme, language, source of money and time.</summary>
/// <param name="Number">Number, from 0.</param>
/// <param name="People">Its people, who copy nothing first: from them those who copy have their texts.</param>
public sealed record PlannedGroup(
    int Number, string Code, GroupTime Time, Language Language, FundingSource Funding, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<PlannedPerson> People);

/// <summary>That somebody is trained for a programme.</summary>
/// <param name="Trainer">Number of the trainer, from 0; staff are trained for several.</param>
/// <param name="EndsInYear">Whether the certification ends in the year, so that the trainer comes into its campaign.</param>
/// <param name="Passes">Whether the council certifies anew.</param>
public sealed record PlannedTraining(int Trainer, TrainerSource Source, string Code, int Year, bool EndsInYear, bool Passes);

/// <summary>
/// Who is who in the replay: people, groups and trainers such that all tables hold at once. A table that the source prints for the
/// whole country is scaled by the largest remainder; each further table divides the people evenly along the tables before it, so
/// that its totals are exact and no table is shifted by another (ADR 0032). Pure: the same scale gives the same plan.
/// </summary>
public sealed class ReplayPlan
{
    /// <summary>First day of the second edition of the plans.</summary>
    public static readonly DateOnly SecondEdition = new(2022, 9, 1);

    private const int TeamSize = 3;
    private const int LargestGroup = 24;
    private const int CourseDays = 18;
    private static readonly DateOnly LastBeginning = new(2022, 11, 14);

    private readonly Year2022 year;
    private readonly List<PlannedPerson> people = [];
    private readonly Dictionary<string, int> ofReports = [];

    private ReplayPlan(Year2022 year, decimal scale)
    {
        this.year = year;
        Scale = scale;
    }

    /// <summary>Scale, above 0 up to 1.</summary>
    public decimal Scale { get; }

    /// <summary>Everybody, those of the year before too.</summary>
    public IReadOnlyList<PlannedPerson> People => people;

    /// <summary>Groups, those that begin first first.</summary>
    public IReadOnlyList<PlannedGroup> Groups { get; private set; } = [];

    /// <summary>Who is trained for what, in the order of the years.</summary>
    public IReadOnlyList<PlannedTraining> Trainings { get; private set; } = [];

    /// <summary>What the tables say at the scale.</summary>
    public PlannedTables Tables { get; private set; } = null!;

    /// <summary>Reports of a portfolio of a programme under the first edition, and under the second one.</summary>
    public (int First, int Second) ReportsOf(string code) => ofReports.TryGetValue(code, out var first) ? (first, Math.Max(1, first - 1)) : (1, 1);

    /// <summary>Makes the plan.</summary>
    /// <param name="year">The tables.</param>
    /// <param name="scale">Above 0 up to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is no such number, or so small that there is nobody in a table.</exception>
    public static ReplayPlan Make(Year2022 year, decimal scale)
    {
        if (scale is < 0.005m or > 1m)
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale is 0.005 to 1.");
        }

        var plan = new ReplayPlan(year, scale);
        plan.Tables = PlannedTables.Of(year, scale);
        plan.AddPeople();
        plan.Assess();
        plan.Check();
        plan.Divide();
        plan.MakeGroups();
        plan.Trainings = Train(year, plan.Tables, scale);
        return plan;
    }

    private void AddPeople()
    {
        for (var row = 0; row < year.Trainees.Count; row++)
        {
            var of = year.Trainees[row];
            for (var i = 0; i < of.Codes.Count; i++)
            {
                Add(of.Codes[i], of.Level, Tables.Trainees[row][i], GroupTime.Early);
            }
        }

        // more heads were assessed in the year than were trained in it: the others began in the year before
        foreach (var (row, assessed) in year.Assessed.Zip(Tables.Assessed))
        {
            var there = people.Count(p => row.Codes.Contains(p.Code));
            Add(row.Codes[^1], people.First(p => row.Codes.Contains(p.Code)).Level, Math.Max(0, assessed.Assessed - there), GroupTime.YearBefore);
        }

        void Add(string code, EducationLevel level, int count, GroupTime time)
        {
            for (var i = 0; i < count; i++)
            {
                people.Add(new PlannedPerson
                {
                    Number = people.Count,
                    Code = code,
                    Level = level,
                    Time = time,
                    Team = code == PlannedTables.TeamCode ? i / TeamSize : null,
                });
            }
        }
    }

    private void Assess()
    {
        foreach (var (row, counts) in year.Assessed.Zip(Tables.Assessed))
        {
            var assessed = Apportion.Evenly([.. people.Where(p => row.Codes.Contains(p.Code))], counts.Assessed);
            assessed.ForEach(p => (p.Grade, p.Reports) = (Grade.Satisfactory, 1));
            Apportion.Evenly(assessed, counts.Good).ForEach(p => p.Grade = Grade.Good);
            Apportion.Evenly([.. assessed.Where(p => p.Grade == Grade.Satisfactory)], counts.Unsatisfactory).ForEach(p => p.Grade = Grade.Unsatisfactory);
        }
    }

    // where there are fewer reports than people, those of the second edition are not checked; where there are more, theirs is one less
    private void Check()
    {
        foreach (var (row, counts) in year.Assessed.Zip(Tables.Assessed).Where(r => r.Second.Reports > 0))
        {
            var assessed = people.Where(p => row.Codes.Contains(p.Code) && p.Grade is not null).ToList();
            var each = (counts.Reports + assessed.Count - 1) / assessed.Count;
            var short1 = (each * assessed.Count) - counts.Reports;
            foreach (var code in row.Codes)
            {
                ofReports[code] = each;
            }

            foreach (var person in assessed)
            {
                (person.Reports, person.IsChecked) = (each, true);
            }

            // the last ones of the last programme, none of whom comes in a team
            foreach (var person in assessed.Where(p => p.Team is null && p.Time == GroupTime.Early).Reverse().Take(short1))
            {
                person.Time = GroupTime.Late;
                (person.Reports, person.IsChecked) = each == 1 ? (1, false) : (each - 1, true);
            }

            // those of the year before hand in first: there is nobody yet from whom to copy
            var reports = assessed.Where(p => p.IsChecked && p.Time != GroupTime.YearBefore).SelectMany(p => Enumerable.Range(0, p.Reports), (p, part) => (Person: p, Bit: 1 << part)).ToList();
            var formative = Apportion.Evenly(reports, counts.Formative);
            formative.ForEach(r => r.Person.Formative |= r.Bit);
            Apportion.Evenly(formative, counts.Summative).ForEach(r => r.Person.Summative |= r.Bit);
        }
    }

    // table 11 and 12: each divided evenly along those before it
    private void Divide()
    {
        var all = people.Where(p => p.Time != GroupTime.YearBefore).OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Number).ToList();
        Choose(all, Tables.English).ForEach(p => p.Language = Language.En);
        Choose([.. all.Where(p => p.Language == Language.Kk)], Tables.Russian).ForEach(p => p.Language = Language.Ru);
        all = [.. all.OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Language).ThenBy(p => p.Number)];
        Choose(all, Tables.OwnFunds).ForEach(p => p.Funding = FundingSource.OwnFunds);
        all = [.. all.OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Language).ThenBy(p => p.Funding).ThenBy(p => p.Number)];
        Choose(all, Tables.Rural).ForEach(p => p.IsRural = true);
        Apportion.Evenly([.. all.OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.IsRural).ThenBy(p => p.Number)], Tables.Men).ForEach(p => p.Sex = Sex.Male);
    }

    // a team has one language, one source of money and one school: teams first, and the rest from those who come alone
    private static List<PlannedPerson> Choose(List<PlannedPerson> from, int wanted)
    {
        var teams = from.Where(p => p.Team is not null).GroupBy(p => p.Team).Select(g => g.ToList()).ToList();
        var alone = from.Where(p => p.Team is null).ToList();
        var least = Math.Max(0, wanted - alone.Count + TeamSize - 1) / TeamSize;
        var taken = Math.Clamp((int)((long)wanted * teams.Count / Math.Max(1, from.Count)), least, teams.Count);
        return [.. Apportion.Evenly(teams, taken).SelectMany(t => t), .. Apportion.Evenly(alone, wanted - (taken * TeamSize))];
    }

    private void MakeGroups()
    {
        var groups = new List<PlannedGroup>();
        foreach (var cell in people
            .GroupBy(p => (p.Code, p.Time, p.Language, p.Funding))
            .OrderBy(g => g.Key.Code, StringComparer.Ordinal).ThenBy(g => g.Key.Time).ThenBy(g => g.Key.Language).ThenBy(g => g.Key.Funding))
        {
            var unit = cell.First().Team is null ? 1 : TeamSize;
            var units = cell.OrderBy(p => p.Team).ThenBy(p => p.Number).Chunk(unit).ToList();
            var count = (units.Count + (LargestGroup / unit) - 1) / (LargestGroup / unit);
            var sizes = Apportion.Shares([.. Enumerable.Repeat(1, count)], units.Count);
            for (int i = 0, from = 0; i < count; from += sizes[i], i++)
            {
                var (first, last) = DaysOf(cell.Key.Code, cell.Key.Time, i, count);
                groups.Add(new PlannedGroup(
                    0,
                    cell.Key.Code,
                    cell.Key.Time,
                    cell.Key.Language,
                    cell.Key.Funding,
                    first,
                    last,
                    [.. units.Skip(from).Take(sizes[i]).SelectMany(u => u).OrderBy(p => BitOperations.PopCount((uint)p.Formative)).ThenBy(p => p.Number)]));
            }
        }

        // groups in which somebody copies nothing come first of those that begin together
        Groups =
        [
            .. groups
                .OrderBy(g => g.StartsOn)
                .ThenBy(g => g.People[0].Formative != 0)
                .ThenBy(g => g.Code, StringComparer.Ordinal)
                .ThenBy(g => g.Language)
                .ThenBy(g => g.People[0].Number)
                .Select((g, i) => g with { Number = i }),
        ];
    }

    private (DateOnly First, DateOnly Last) DaysOf(string code, GroupTime time, int number, int count)
    {
        if (time == GroupTime.YearBefore)
        {
            // ends in the year, so that the results are told in it
            return (new DateOnly(2021, 11, 15), new DateOnly(2022, 1, 14));
        }

        var begin = time == GroupTime.Late ? SecondEdition.AddDays(4) : year.Trainees.First(r => r.Codes.Contains(code)).FirstDay;
        var end = time == GroupTime.Early && begin < SecondEdition && ofReports.ContainsKey(code) ? SecondEdition.AddDays(-3) : LastBeginning;
        var day = begin.AddDays((end.DayNumber - begin.DayNumber) * number / count);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var first = monday < begin ? monday.AddDays(7) : monday;
        return (first, first.AddDays(CourseDays));
    }

    private static List<PlannedTraining> Train(Year2022 year, PlannedTables tables, decimal scale)
    {
        var trainings = new List<PlannedTraining>();
        var known = new HashSet<(int, string)>();
        var staff = Math.Max(1, Apportion.Scaled(year.StaffTrainers, scale));
        var attracted = 1_000;
        foreach (var (row, counts) in year.TrainersBefore.Zip(tables.TrainersBefore))
        {
            AddStaff(row.Codes, counts.Staff, row.Year);
            AddAttracted(row.Codes, counts.Attracted, row.Year, TrainerSource.GeneralSchools);
        }

        foreach (var (row, counts) in year.TrainersOfYear.Zip(tables.TrainersOfYear))
        {
            AddStaff(row.Codes, counts.Staff, year.Year);
            AddAttracted(row.Codes, counts.IntellectualSchools, year.Year, TrainerSource.IntelligentSchools);
            AddAttracted(row.Codes, counts.GeneralSchools, year.Year, TrainerSource.GeneralSchools);
        }

        // table 18: attracted trainers of the years before
        var due = Apportion.Evenly([.. trainings.Where(t => t.Year < year.Year && t.Source.IsAttracted())], tables.Recertified.Assessed);
        var pass = Apportion.Evenly(due, tables.Recertified.Passed).ToHashSet();
        return trainings.ConvertAll(t => t with { EndsInYear = due.Contains(t), Passes = pass.Contains(t) });

        // a trainer is trained for a programme once
        void AddStaff(IReadOnlyList<string> codes, int count, int of)
        {
            for (int i = 0, next = 0; i < count; next++)
            {
                var (trainer, code) = (next % staff, codes[((next / staff) + (next % staff)) % codes.Count]);
                if (next >= staff * codes.Count)
                {
                    // at a small scale there are fewer people than pairs
                    trainer = staff + (next - (staff * codes.Count));
                }

                if (known.Add((trainer, code)))
                {
                    trainings.Add(new PlannedTraining(trainer, TrainerSource.CentreStaff, code, of, false, false));
                    i++;
                }
            }
        }

        void AddAttracted(IReadOnlyList<string> codes, int count, int of, TrainerSource source)
        {
            for (var i = 0; i < count; i++)
            {
                trainings.Add(new PlannedTraining(attracted++, source, codes[i % codes.Count], of, false, false));
            }
        }
    }
}
