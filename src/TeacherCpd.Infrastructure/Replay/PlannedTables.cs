using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>Assessed people of a row and how they were graded.</summary>
/// <param name="Reports">Reports checked.</param>
/// <param name="Formative">Of them flagged at the formative stage.</param>
/// <param name="Summative">Of them flagged at the summative stage.</param>
public sealed record AssessedPlan(int Assessed, int Good, int Satisfactory, int Unsatisfactory, int Reports, int Formative, int Summative)
{
    /// <summary>Recommended: good and satisfactory.</summary>
    public int Recommended => Good + Satisfactory;
}

/// <summary>Trainers trained, of one row.</summary>
public sealed record TrainersPlan(int Staff, int IntellectualSchools, int GeneralSchools)
{
    /// <summary>Attracted ones.</summary>
    public int Attracted => IntellectualSchools + GeneralSchools;

    /// <summary>All.</summary>
    public int Total => Staff + Attracted;
}

/// <summary>
/// What every table says at a scale. At full size that is what is printed, with what a contradiction leaves open decided here: a sum
/// is that of its rows, a grade is what the other two leave of the assessed, and sources of money divide those who were trained.
/// </summary>
/// <param name="Trainees">By row of table 10, and in the row by programme.</param>
/// <param name="Assessed">By row of tables 14, 16 and 17.</param>
public sealed record PlannedTables(
    IReadOnlyList<int[]> Trainees,
    IReadOnlyList<AssessedPlan> Assessed,
    int OwnFunds,
    int English,
    int Russian,
    int Men,
    int Rural,
    IReadOnlyList<TrainersPlan> TrainersOfYear,
    IReadOnlyList<TrainersPlan> TrainersBefore,
    PrintedRecertified Recertified)
{
    /// <summary>The programme to which schools send teams of three: its people are 123 teams.</summary>
    public const string TeamCode = "P01";

    private const int TeamSize = 3;

    /// <summary>Everybody trained in the year.</summary>
    public int Trained => Trainees.Sum(r => r.Sum());

    /// <summary>Trained people of a level.</summary>
    public int TrainedOf(Year2022 year, EducationLevel level) => year.Trainees.Zip(Trainees).Where(r => r.First.Level == level).Sum(r => r.Second.Sum());

    /// <summary>The tables at a scale.</summary>
    public static PlannedTables Of(Year2022 year, decimal scale)
    {
        var trainees = TraineesOf(year, scale);
        var byCode = year.Trainees.Zip(trainees).SelectMany(r => r.First.Codes.Zip(r.Second)).ToDictionary(p => p.First, p => p.Second);
        var trained = byCode.Values.Sum();
        var languages = Apportion.Shares([year.LanguagesPerMille.Kk, year.LanguagesPerMille.Ru, year.LanguagesPerMille.En], trained);
        return new PlannedTables(
            trainees,
            AssessedOf(year, byCode, scale),
            Apportion.Shares([year.Funding.RepublicanBudget, year.Funding.OwnFunds], trained)[1],
            languages[2],
            languages[1],
            Apportion.Shares([year.FemalePerMille, 1000 - year.FemalePerMille], trained)[1],
            Apportion.Scaled(year.Rural, scale),
            TrainersOf(year.TrainersOfYear.Select(r => new TrainersPlan(r.Staff, r.IntellectualSchools, r.GeneralSchools)), scale),
            TrainersOf(year.TrainersBefore.Select(r => new TrainersPlan(r.Trained - r.Attracted, 0, r.Attracted)), scale),
            new PrintedRecertified(Apportion.Scaled(year.Recertified.Assessed, scale), Apportion.Scaled(year.Recertified.Passed, scale)));
    }

    // whole teams; the other rows share what they leave
    private static List<int[]> TraineesOf(Year2022 year, decimal scale)
    {
        var total = Apportion.Scaled(year.Trainees.Sum(r => r.Trainees), scale);
        var teams = Apportion.Scaled(year.Trainees.Single(IsOfTeams).Trainees / TeamSize, scale) * TeamSize;
        var rows = Apportion.Shares([.. year.Trainees.Select(r => IsOfTeams(r) ? 0 : r.Trainees)], total - teams);
        return
        [
            .. year.Trainees.Select((row, i) => IsOfTeams(row) ? [teams]
                : Apportion.Shares([.. row.Codes.Select(c => WeightOf(year, c, row))], rows[i])),
        ];

        static bool IsOfTeams(TraineeRow row) => row.Codes.Contains(TeamCode);
    }

    // where a row sums up programmes that are assessed apart, it divides as they do; otherwise evenly: the source does not say
    private static int WeightOf(Year2022 year, string code, TraineeRow row) =>
        year.Assessed.SingleOrDefault(a => a.Codes.Count == 1 && a.Codes[0] == code) is { } alone && row.Codes.Count > 1 ? alone.Assessed : 1;

    private static List<AssessedPlan> AssessedOf(Year2022 year, Dictionary<string, int> trained, decimal scale)
    {
        var most = year.Assessed.Select(r => r.Assessed > year.Trainees.Where(t => t.Codes.Intersect(r.Codes).Any()).Sum(t => t.Trainees)
            ? int.MaxValue
            : r.Codes.Sum(c => trained[c])).ToList();
        var assessed = Apportion.Shares([.. year.Assessed.Select(r => r.Assessed)], Apportion.Scaled(year.Assessed.Sum(r => r.Assessed), scale), most);
        return
        [
            .. year.Assessed.Select((row, i) =>
            {
                var grades = Apportion.Shares([row.Good, row.SatisfactoryByRest, row.Unsatisfactory], assessed[i]);

                // a report each stays a report each
                var reports = row.Reports == row.Assessed ? assessed[i]
                    : row.Reports > row.Assessed ? Apportion.Scaled(row.Reports, scale)
                    : Math.Min(Apportion.Scaled(row.Reports, scale), assessed[i]);
                var formative = Math.Min(Apportion.Scaled(row.Formative, scale), reports);
                return new AssessedPlan(assessed[i], grades[0], grades[1], grades[2], reports, formative, Math.Min(Apportion.Scaled(row.Summative, scale), formative));
            }),
        ];
    }

    private static List<TrainersPlan> TrainersOf(IEnumerable<TrainersPlan> printed, decimal scale)
    {
        var rows = printed.ToList();
        var cells = rows.SelectMany(r => new[] { r.Staff, r.IntellectualSchools, r.GeneralSchools }).ToList();
        return [.. Apportion.Shares(cells, Apportion.Scaled(cells.Sum(), scale)).Chunk(3).Select(c => new TrainersPlan(c[0], c[1], c[2]))];
    }
}
