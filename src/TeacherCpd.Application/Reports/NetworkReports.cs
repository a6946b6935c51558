using TeacherCpd.Application.Access;

namespace TeacherCpd.Application.Reports;

/// <summary>Reports on networks of schools.</summary>
internal static class NetworkReports
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        new Report<LeadingSchoolReport>(
            "leading-schools", "T19", ReportParameters.Place | ReportParameters.Settlement, [Permission.SeeTraining],
            f => new GetLeadingSchoolsQuery(f),
            report => new ReportTable(
                ["region"],
                [
                    new("schools", ColumnKind.Count), new("leading_schools", ColumnKind.Count),
                    new("leading_schools_share", ColumnKind.ShareOfRow, "leading_schools", "schools"),
                    new("partner_schools", ColumnKind.Count),
                ],
                [.. report.Regions.Select(r => ReportRow.Of(
                    r.Region is { } region ? TrainingReports.Place(region) : ReportName.Of("none", "reports.no_region"),
                    ("schools", r.Schools), ("leading_schools", r.Leading), ("partner_schools", r.Partners)))])),
    ];
}
