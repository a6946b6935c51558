using TeacherCpd.Application.Access;

namespace TeacherCpd.Application.Reports;

/// <summary>Reports on the trainer pool.</summary>
internal static class TrainerReports
{
    private static readonly Permission[] Readers = [Permission.SeeTrainers];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        OfPool("trainers-by-programme", "T07", pool => new ReportTable(
            ["programme"],
            [
                new("trained", ColumnKind.Count),
                new("staff", ColumnKind.Count), new("staff_share", ColumnKind.ShareOfRow, "staff", "trained"),
                new("intellectual_schools", ColumnKind.Count), new("intellectual_schools_share", ColumnKind.ShareOfRow, "intellectual_schools", "trained"),
                new("general_schools", ColumnKind.Count), new("general_schools_share", ColumnKind.ShareOfRow, "general_schools", "trained"),
                new("preschools", ColumnKind.Count), new("preschools_share", ColumnKind.ShareOfRow, "preschools", "trained"),
            ],
            [.. pool.Programmes.Select(p => ReportRow.Of(
                ReportCatalogue.Programme(p.Code, p.Title),
                ("trained", p.Counts.Total), ("staff", p.Counts.Staff), ("intellectual_schools", p.Counts.IntelligentSchools),
                ("general_schools", p.Counts.GeneralSchools), ("preschools", p.Counts.Preschools)))])),
        OfPool("trainers-by-year", "T08", pool => new ReportTable(
            ["year"],
            [new("trained", ColumnKind.Count), new("attracted", ColumnKind.Count), new("attracted_share", ColumnKind.ShareOfRow, "attracted", "trained")],
            [.. pool.Years.Select(y => ReportRow.Of(ReportName.Of(y.Year), ("trained", y.Counts.Total), ("attracted", y.Counts.Attracted)))])),
        OfPool("recertification", "T18", pool => new ReportTable(
            ["year"],
            [
                new("assessed", ColumnKind.Count), new("certified", ColumnKind.Count), new("certified_share", ColumnKind.ShareOfRow, "certified", "assessed"),
                new("carried_over", ColumnKind.Count), new("without_report", ColumnKind.Count), new("undecided", ColumnKind.Count),
            ],
            [ReportRow.Of(
                ReportName.Of(pool.Year),
                ("assessed", pool.Recertified.Assessed), ("certified", pool.Recertified.Certified), ("carried_over", pool.Recertified.CarriedOver),
                ("without_report", pool.Recertified.WithoutReport), ("undecided", pool.Recertified.Undecided))])),
        OfPool("coaches", "T20", pool => new ReportTable(
            ["coach_direction"],
            [new("coaches", ColumnKind.Count), new("share", ColumnKind.ShareOfAll, "coaches")],
            [.. pool.Coaches.Select(c => ReportRow.Of(ReportName.Of(c.Kind), ("coaches", c.Count)))])),
    ];

    private static Report<TrainerPoolReport> OfPool(string name, string table, Func<TrainerPoolReport, ReportTable> read) =>
        new(name, table, ReportParameters.None, Readers, f => new GetTrainerPoolQuery(f.Year), read);
}
