using TeacherCpd.Application.Access;
using TeacherCpd.Application.Development;
using TeacherCpd.Application.Groups;
using TeacherCpd.Application.Programmes;

namespace TeacherCpd.Application.Reports;

/// <summary>Reports on programmes, on who was trained, on quotas and on whose training is due.</summary>
internal static class TrainingReports
{
    private const int YearsOfProgrammes = 3;
    private const string Trainees = "trainees";

    private static readonly Permission[] Readers = [Permission.SeeTraining];

    private static readonly ReportColumn[] OfAll = [new(Trainees, ColumnKind.Count), new("share", ColumnKind.ShareOfAll, Trainees)];

    private static readonly ReportColumn[] OfGroup = [new(Trainees, ColumnKind.Count), new("share", ColumnKind.ShareOfGroup, Trainees)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        new Report<ProgrammeCounts>(
            "programmes-by-direction", "T06", ReportParameters.None, Enum.GetValues<Permission>(),
            f => new GetProgrammesByDirectionQuery(f.Year - YearsOfProgrammes + 1, f.Year),
            Programmes),
        OfTrainees("trainees-by-level", "T09", r => new ReportTable(
            ["level"], OfAll, [.. r.Levels.Select(l => ReportRow.Of(ReportName.Of(l.Level), (Trainees, l.Count)))])),
        OfTrainees("trainees-by-programme", "T10", r => new ReportTable(
            ["level", "programme", "audience"],
            OfGroup,
            [.. r.Levels.SelectMany(l => l.Programmes.Select(p => ReportRow.Of(
                [ReportName.Of(l.Level), ReportCatalogue.Programme(p.Code, p.Title), new ReportName("", p.Audience)], (Trainees, p.Count))))])),
        OfTrainees("trainees-by-funding", "T11", r => new ReportTable(
            ["funding"], OfAll, [.. r.Funding.Select(s => ReportRow.Of(ReportName.Of(s.Kind), (Trainees, s.Count)))])),
        OfTrainees("trainees-by-group", "T12", r => new ReportTable(
            ["group_by", "group"],
            OfGroup,
            [.. Groups("sex", "trainees.sex", r.Sexes), .. Groups("settlement", "organisations.settlement", r.Settlements), .. Groups("language", "groups.language", r.Languages)])
        {
            HasSum = false,
        }),
        OfTrainees("trainees-of-intellectual-schools", "T13", r => new ReportTable(
            ["programme"],
            OfAll,
            [.. r.IntellectualSchools.Select(p => ReportRow.Of(ReportCatalogue.Programme(p.Code, p.Title), (Trainees, p.Count)))])),
        new Report<QuotaBook>(
            "quotas", "", ReportParameters.Place, [Permission.ManageQuotas],
            f => new GetQuotasQuery(f.Year, null, f.PlaceId),
            book => new ReportTable(
                ["region"],
                [
                    new("planned", ColumnKind.Count), new("granted", ColumnKind.Count), new("used", ColumnKind.Count),
                    new("used_share", ColumnKind.ShareOfRow, "used", "planned"),
                ],
                [.. book.Regions.Select(r => ReportRow.Of(Place(r.Region), ("planned", r.Planned), ("granted", r.Granted), ("used", r.Used)))])),
        new Report<TrainingView>(
            "training-due", "", ReportParameters.Place, Readers,
            f => new GetTrainingQuery(f.PlaceId, null, null),
            view => new ReportTable(
                ["place"],
                [
                    new("people", ColumnKind.Count), new("in_order", ColumnKind.Count), new("due_soon", ColumnKind.Count), new("overdue", ColumnKind.Count),
                    new("overdue_share", ColumnKind.ShareOfRow, "overdue", "people"),
                    new("never", ColumnKind.Count), new("never_share", ColumnKind.ShareOfRow, "never", "people"),
                ],
                view.Below is { } below
                    ? [.. below.Items.Select(b => Due(b.Place, b.Counts))]
                    : [Due(view.Place, view.Counts)])),
    ];

    /// <summary>A place without a code that is the same everywhere: its Kazakh name.</summary>
    internal static ReportName Place(Domain.Common.LocalizedText name) => new(name.Kk, name);

    private static Report<TraineeReport> OfTrainees(string name, string table, Func<TraineeReport, ReportTable> read) =>
        new(name, table, ReportParameters.OfCourses, Readers, f => new GetTraineesQuery(f), read);

    private static IEnumerable<ReportRow> Groups<T>(string by, string textKey, IEnumerable<Share<T>> shares)
        where T : struct, Enum =>
        shares.Select(s => ReportRow.Of([ReportName.Of(by, textKey), ReportName.Of(s.Kind)], (Trainees, s.Count)));

    private static ReportRow Due(TrainingPlace place, StandingCounts counts) => ReportRow.Of(
        Place(place.Name),
        ("people", counts.Total), ("in_order", counts.InOrder), ("due_soon", counts.DueSoon), ("overdue", counts.Overdue), ("never", counts.Never));

    private static ReportTable Programmes(ProgrammeCounts counts)
    {
        var years = counts.Years.Select(y => ReportName.Of(y).Code).ToList();
        return new ReportTable(
            ["direction"],
            [.. years.Select(y => new ReportColumn(y, ColumnKind.Count)), new("total", ColumnKind.Count), new("share", ColumnKind.ShareOfAll, "total")],
            [.. counts.Rows.Select(r => ReportRow.Of(
                ReportName.Of(r.Direction, $"direction.{r.Direction}"), [.. years.Select((y, i) => (y, (int?)r.Counts[i])), ("total", r.Total)]))]);
    }
}
