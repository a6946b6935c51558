using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Infrastructure.Replay;

/// <summary>A figure of a table: what is printed, what the plan makes of it at its scale, and what the report of the application says.</summary>
/// <param name="Table">Table of the 2022 report.</param>
/// <param name="Row">Row and column.</param>
/// <param name="Printed">As printed, for the whole country; null where only a share is printed.</param>
/// <param name="Planned">At the scale of the replay.</param>
/// <param name="Reported">By the report of the application.</param>
/// <param name="Note">Why the planned figure is another one than the printed; null where it is not.</param>
public sealed record ComparedFigure(string Table, string Row, int? Printed, int Planned, int Reported, string? Note)
{
    /// <summary>Whether the report says what the plan wants.</summary>
    public bool Agrees => Planned == Reported;
}

/// <summary>Asks the reports of the application and lays them beside the tables.</summary>
internal sealed class ReplayComparison(ReplayWorld world, Year2022 year, ReplayPlan plan)
{
    private readonly List<ComparedFigure> figures = [];

    public async Task<IReadOnlyList<ComparedFigure>> MakeAsync(CancellationToken cancellationToken)
    {
        var pool = await world.SendAsync(world.Officer, new GetTrainerPoolQuery(year.Year), cancellationToken);
        var trainees = await world.SendAsync(world.Officer, new GetTraineesQuery(new ReportFilter(year.Year)), cancellationToken);
        var assessed = await world.SendAsync(world.Officer, new GetAssessedQuery(new ReportFilter(year.Year)), cancellationToken);
        var originality = await world.SendAsync(world.Officer, new GetOriginalityFiguresQuery(new ReportFilter(year.Year)), cancellationToken);
        AddTrainers(pool);
        AddTrainees(trainees);
        AddAssessed(assessed);
        AddOriginality(originality);
        Add("T18", "assessed", year.Recertified.Assessed, plan.Tables.Recertified.Assessed, pool.Recertified.Assessed);
        Add("T18", "passed", year.Recertified.Passed, plan.Tables.Recertified.Passed, pool.Recertified.Certified);
        return figures;
    }

    private void AddTrainers(TrainerPoolReport pool)
    {
        foreach (var (row, planned) in year.TrainersOfYear.Zip(plan.Tables.TrainersOfYear))
        {
            var counts = pool.Programmes.Where(p => row.Codes.Contains(p.Code)).Select(p => p.Counts).ToList();
            Add("T07", $"{row.Title}: staff", row.Staff, planned.Staff, counts.Sum(c => c.Staff));
            Add("T07", $"{row.Title}: Intellectual Schools", row.IntellectualSchools, planned.IntellectualSchools, counts.Sum(c => c.IntelligentSchools));
            Add("T07", $"{row.Title}: general schools", row.GeneralSchools, planned.GeneralSchools, counts.Sum(c => c.GeneralSchools));
        }

        Add("T07", "all", 754, plan.Tables.TrainersOfYear.Sum(t => t.Total), pool.Sum.Total);
        foreach (var (row, planned) in year.TrainersBefore.Zip(plan.Tables.TrainersBefore))
        {
            var counts = pool.Years.Single(y => y.Year == row.Year).Counts;
            Add("T08", $"{row.Year}: trained", row.Trained, planned.Total, counts.Total);
            Add("T08", $"{row.Year}: attracted", row.Attracted, planned.Attracted, counts.Attracted);
        }
    }

    private void AddTrainees(TraineeReport report)
    {
        var programmes = report.Levels.SelectMany(l => l.Programmes).ToList();
        foreach (var level in Enum.GetValues<EducationLevel>())
        {
            Add("T09", level.ToString(), year.Levels[level], plan.Tables.TrainedOf(year, level), report.Levels.Where(l => l.Level == level).Sum(l => l.Count));
        }

        Add("T09", "all", year.Levels.Values.Sum(), plan.Tables.Trained, report.Total);
        foreach (var (row, planned) in year.Trainees.Zip(plan.Tables.Trainees))
        {
            Add("T10", string.Join('+', Range(row.Codes)), row.Trainees, planned.Sum(), programmes.Where(p => row.Codes.Contains(p.Code)).Sum(p => p.Count));
        }

        const string funding = "18,940 and 24,055 are 4 more than the 42,991 who were trained; the same shares (44 and 56 per cent) of those are taken";
        Add("T11", "republican budget", year.Funding.RepublicanBudget, plan.Tables.Trained - plan.Tables.OwnFunds, Share(report.Funding, FundingSource.RepublicanBudget), funding);
        Add("T11", "own funds", year.Funding.OwnFunds, plan.Tables.OwnFunds, Share(report.Funding, FundingSource.OwnFunds), funding);
        Add("T12", "men (9.4 per cent)", null, plan.Tables.Men, Share(report.Sexes, Sex.Male));
        Add("T12", "rural", year.Rural, plan.Tables.Rural, Share(report.Settlements, Settlement.Rural));
        Add("T12", "Russian (20.0 per cent)", null, plan.Tables.Russian, Share(report.Languages, Language.Ru));
        Add("T12", "English (4.5 per cent)", null, plan.Tables.English, Share(report.Languages, Language.En));
    }

    private void AddAssessed(AssessedReport report)
    {
        foreach (var (row, planned) in year.Assessed.Zip(plan.Tables.Assessed))
        {
            var counts = report.Programmes.Where(p => row.Codes.Contains(p.Code)).Select(p => p.Counts).ToList();
            Add("T14", $"{row.Title}: assessed", row.Assessed, planned.Assessed, counts.Sum(c => c.Assessed));
            Add(
                "T14",
                $"{row.Title}: recommended",
                row.Recommended,
                planned.Recommended,
                counts.Sum(c => c.Recommended),
                "table 14 prints 1,224; its grades in table 16 make 50 + 1,177 = 1,227");
            Add("T16", $"{row.Title}: good", row.Good, planned.Good, counts.Sum(c => c.Good));
            Add(
                "T16",
                $"{row.Title}: satisfactory",
                row.Satisfactory,
                planned.Satisfactory,
                counts.Sum(c => c.Satisfactory),
                "23,339 is printed; 23,399 makes the row (26,127), the column (31,759) and the printed 90 per cent right");
            Add("T16", $"{row.Title}: unsatisfactory", row.Unsatisfactory, planned.Unsatisfactory, counts.Sum(c => c.Unsatisfactory));
        }

        var totals = year.AssessedTotals;
        Add("T14", "all: assessed", totals.Assessed, plan.Tables.Assessed.Sum(a => a.Assessed), report.Sum.Assessed, "35,436 is printed; the rows make 35,437, as table 16 says");
        Add(
            "T14",
            "all: recommended",
            totals.Recommended,
            plan.Tables.Assessed.Sum(a => a.Recommended),
            report.Sum.Recommended,
            "33,559 is printed; the printed rows make 33,255, and with 1,227 for 1,224 in the last row 33,258");
        Add("T16", "all: good", totals.Good, plan.Tables.Assessed.Sum(a => a.Good), report.Sum.Good);
        Add("T16", "all: satisfactory", totals.Satisfactory, plan.Tables.Assessed.Sum(a => a.Satisfactory), report.Sum.Satisfactory);
        Add("T16", "all: unsatisfactory", totals.Unsatisfactory, plan.Tables.Assessed.Sum(a => a.Unsatisfactory), report.Sum.Unsatisfactory);
    }

    private void AddOriginality(OriginalityFigures report)
    {
        foreach (var (row, planned) in year.Assessed.Zip(plan.Tables.Assessed).Where(r => r.First.Reports > 0))
        {
            var figuresOfRow = report.Programmes.Where(p => row.Codes.Contains(p.Code)).ToList();
            Add("T17", $"{row.Title}: reports", row.Reports, planned.Reports, figuresOfRow.Sum(p => p.Reports));
            Add("T17", $"{row.Title}: formative", row.Formative, planned.Formative, figuresOfRow.Sum(p => p.Formative));
            Add("T17", $"{row.Title}: summative", row.Summative, planned.Summative, figuresOfRow.Sum(p => p.Summative));
        }

        var totals = year.OriginalityTotals;
        Add("T17", "all: reports", totals.Reports, plan.Tables.Assessed.Sum(a => a.Reports), report.Programmes.Sum(p => p.Reports));
        Add("T17", "all: formative", totals.Formative, plan.Tables.Assessed.Sum(a => a.Formative), report.Programmes.Sum(p => p.Formative));
        Add("T17", "all: summative", totals.Summative, plan.Tables.Assessed.Sum(a => a.Summative), report.Programmes.Sum(p => p.Summative));
    }

    // a note is said where the source contradicts itself: where at full size another figure than the printed is planned
    private void Add(string table, string row, int? printed, int planned, int reported, string? note = null) =>
        figures.Add(new ComparedFigure(table, row, printed, planned, reported, plan.Scale == 1m && printed is not null && printed != planned ? note ?? "not explained" : null));

    private static int Share<T>(IReadOnlyList<Share<T>> shares, T kind) => shares.Where(s => EqualityComparer<T>.Default.Equals(s.Kind, kind)).Sum(s => s.Count);

    private static IEnumerable<string> Range(IReadOnlyList<string> codes) => codes.Count > 3 ? [$"{codes[0]}…{codes[^1]}"] : codes;
}
