using TeacherCpd.Application.Access;

namespace TeacherCpd.Application.Reports;

/// <summary>Reports on what assessment gave and on originality.</summary>
internal static class AssessmentReports
{
    private static readonly Permission[] Readers = [Permission.SeeTraining, Permission.ModerateAssessments];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        OfAssessed(
            "assessed", "T14",
            [
                new("assessed", ColumnKind.Count), new("recommended", ColumnKind.Count), new("recommended_share", ColumnKind.ShareOfRow, "recommended", "assessed"),
                new("absent", ColumnKind.Count), new("refused", ColumnKind.Count),
            ],
            p => [("assessed", p.Counts.Assessed), ("recommended", p.Counts.Recommended), ("absent", p.Absent), ("refused", p.Refused)]),
        OfAssessed(
            "reassessed", "T15",
            [new("again", ColumnKind.Count), new("again_passed", ColumnKind.Count), new("again_share", ColumnKind.ShareOfRow, "again_passed", "again")],
            p => [("again", p.Counts.Again), ("again_passed", p.Counts.AgainPassed)]),
        OfAssessed(
            "grades", "T16",
            [
                new("assessed", ColumnKind.Count),
                new("good", ColumnKind.Count), new("good_share", ColumnKind.ShareOfRow, "good", "assessed"),
                new("satisfactory", ColumnKind.Count), new("satisfactory_share", ColumnKind.ShareOfRow, "satisfactory", "assessed"),
                new("unsatisfactory", ColumnKind.Count), new("unsatisfactory_share", ColumnKind.ShareOfRow, "unsatisfactory", "assessed"),
            ],
            p =>
            [
                ("assessed", p.Counts.Assessed), ("good", p.Counts.Good), ("satisfactory", p.Counts.Satisfactory), ("unsatisfactory", p.Counts.Unsatisfactory),
            ]),
        new Report<OriginalityFigures>(
            "originality", "T17", ReportParameters.OfCourses, [Permission.SeeTraining],
            f => new GetOriginalityFiguresQuery(f),
            figures => new ReportTable(
                ["programme"],
                [
                    new("reports", ColumnKind.Count), new("with_threshold", ColumnKind.Count),
                    new("formative", ColumnKind.Count), new("formative_share", ColumnKind.ShareOfRow, "formative", "with_threshold"),
                    new("summative", ColumnKind.Count), new("summative_share", ColumnKind.ShareOfRow, "summative", "with_threshold"),
                    new("fewer", ColumnKind.Count), new("fewer_share", ColumnKind.ShareOfRow, "fewer", "formative"),
                ],
                [.. figures.Programmes.Select(p => ReportRow.Of(
                    ReportCatalogue.Programme(p.Code, p.Title),
                    ("reports", p.Reports),
                    ("with_threshold", p.Reports - p.WithoutThreshold),
                    ("formative", p.HasThreshold ? p.Formative : null),
                    ("summative", p.HasThreshold ? p.Summative : null),
                    ("fewer", p.HasThreshold ? p.Formative - p.Summative : null)))])),
    ];

    private static Report<AssessedReport> OfAssessed(
        string name, string table, ReportColumn[] columns, Func<AssessedProgramme, (string Key, int? Count)[]> counts) =>
        new(
            name, table, ReportParameters.OfCourses, Readers,
            f => new GetAssessedQuery(f),
            report => new ReportTable(["programme"], columns, [.. report.Programmes.Select(p => ReportRow.Of(ReportCatalogue.Programme(p.Code, p.Title), counts(p)))]));
}
