using System.Globalization;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.Categories;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Application.Reports;

/// <summary>Reports on qualification categories and on whose attestation is due.</summary>
internal static class CategoryReports
{
    private const string Teachers = "teachers";

    private static readonly Permission[] Readers = [Permission.SeeCategories];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        OfCategories("seminars-by-category", "T23", figures => new ReportTable(
            ["category"],
            [new("participants", ColumnKind.Count), new("share", ColumnKind.ShareOfAll, "participants")],
            [.. figures.Seminars.Select(s => ReportRow.Of(Category(s.Category), ("participants", s.Count)))])),
        OfCategories("teachers-by-category-level", "T26", figures => new ReportTable(
            ["category_level"],
            [new(Teachers, ColumnKind.Count), new("share", ColumnKind.ShareOfAll, Teachers)],
            [.. figures.Levels.Select(l => ReportRow.Of(ReportName.Of(l.Kind), (Teachers, l.Count)))])),
        OfCategories("teachers-by-category", "", figures => new ReportTable(
            ["category_format", "category"],
            [new(Teachers, ColumnKind.Count), new("share", ColumnKind.ShareOfAll, Teachers), new("term_over", ColumnKind.Count), new("term_over_share", ColumnKind.ShareOfRow, "term_over", Teachers)],
            [.. figures.Categories
                .OrderBy(c => c.Category is null ? 1 : 0)
                .ThenBy(c => c.Category is null ? default : CategoryRecord.FormatOf(c.Category))
                .Select(c => ReportRow.Of([Format(c.Category), Category(c.Category)], (Teachers, c.Count), ("term_over", c.TermOver)))])),
        OfCategories("from-moderator", "", figures => new ReportTable(
            ["place"],
            [
                new(Teachers, ColumnKind.Count), new("from_moderator", ColumnKind.Count), new("from_moderator_share", ColumnKind.ShareOfRow, "from_moderator", Teachers),
                new("target", ColumnKind.Target),
            ],
            [ReportRow.Of(
                figures.Place is { } place ? TrainingReports.Place(place.Name) : ReportName.Of("all", "category_figures.all"),
                (Teachers, figures.Teachers), ("from_moderator", figures.FromModerator), ("target", figures.Target?.Percent * 10))])
        {
            HasSum = false,
        }),
        new Report<ForecastView>(
            "attestation-due", "", ReportParameters.Place, Readers,
            f => new GetForecastQuery(f.PlaceId),
            view => new ReportTable(
                ["place"],
                [
                    new("people", ColumnKind.Count), new("term_over", ColumnKind.Count), new("term_over_share", ColumnKind.ShareOfRow, "term_over", "people"),
                    .. view.Sessions.Select(s => new ReportColumn(Session(s), ColumnKind.Count)),
                    new("due_later", ColumnKind.Count), new("stands_still", ColumnKind.Count), new("exempt", ColumnKind.Count), new("without_term", ColumnKind.Count),
                ],
                view.Below.Count > 0
                    ? [.. view.Below.Select(b => Due(view, b.Place, b.Counts))]
                    : [Due(view, view.Place, view.Sum)])),
    ];

    private static Report<CategoryFigures> OfCategories(string name, string table, Func<CategoryFigures, ReportTable> read) =>
        new(name, table, ReportParameters.Place, Readers, f => new GetCategoryFiguresQuery(f.PlaceId, f.Year), read);

    private static ReportName Category(string? code) => code is null ? ReportName.Of(CategoryLevel.None) : ReportName.Of(code, $"category.{code}");

    private static ReportName Format(string? code) => code is null ? ReportName.Of(CategoryLevel.None) : ReportName.Of(CategoryRecord.FormatOf(code));

    private static string Session(PlannedSession session) => string.Create(CultureInfo.InvariantCulture, $"{session.Year}_{session.Number}");

    private static ReportRow Due(ForecastView view, ForecastPlace place, ForecastCounts counts) => ReportRow.Of(
        TrainingReports.Place(place.Name),
        [
            ("people", counts.People), ("term_over", counts.Over),
            .. view.Sessions.Select((s, i) => (Session(s), (int?)counts.BySession[i])),
            ("due_later", counts.Later), ("stands_still", counts.StandsStill), ("exempt", counts.Exempt), ("without_term", counts.Without),
        ]);
}
