using TeacherCpd.Application.Access;
using TeacherCpd.Application.Monitoring.Effect;
using TeacherCpd.Application.Monitoring.Lessons;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Application.Reports;

/// <summary>Reports on the year after a course.</summary>
internal static class SupportReports
{
    private static readonly Permission[] Readers = [Permission.SeeTraining];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Report> All { get; } =
    [
        new Report<LessonFigures>(
            "observed-lessons", "T28", ReportParameters.None, Readers,
            f => new GetLessonFiguresQuery(f.Year),
            figures => new ReportTable(
                ["parameter"],
                [
                    new("lessons", ColumnKind.CountApart),
                    .. Enum.GetValues<LessonLevel>().Reverse().Select(l => new ReportColumn(Key(l), ColumnKind.Count)),
                    new("upper", ColumnKind.Count), new("upper_share", ColumnKind.ShareOfRow, "upper", "lessons"),
                ],
                [.. figures.Parameters.Select(p => ReportRow.Of(
                    ReportName.Of(p.Parameter),
                    [("lessons", p.Levels.Values.Sum()), .. p.Levels.Select(l => (Key(l.Key), (int?)l.Value)), ("upper", p.Upper)]))])
            {
                HasSum = false,
            }),
        new Report<LessonFigures>(
            "observed-sides", "", ReportParameters.None, Readers,
            f => new GetLessonFiguresQuery(f.Year),
            figures => new ReportTable(
                ["parameter", "side_kind", "side"],
                [new("seen", ColumnKind.CountApart), new("lessons", ColumnKind.CountApart), new("seen_share", ColumnKind.ShareOfRow, "seen", "lessons")],
                [.. figures.Signs.Select(s => ReportRow.Of(
                    [
                        ReportName.Of(s.Sign.Parameter),
                        s.Sign.IsStrong ? ReportName.Of("strong", "lesson.strong") : ReportName.Of("weak", "lesson.weak"),
                        ReportName.Of(s.Sign.Code, $"sign.{s.Sign.Code}"),
                    ],
                    ("seen", s.Lessons), ("lessons", figures.Lessons)))])
            {
                HasSum = false,
            }),
        new Report<EffectReport>(
            "survey-indicators", "", ReportParameters.None, Readers,
            f => new GetEffectQuery(f.Year, null),
            report => new ReportTable(
                ["programme", "indicator"],
                [
                    new("answered", ColumnKind.CountApart), new("positive", ColumnKind.CountApart), new("positive_share", ColumnKind.ShareOfRow, "positive", "answered"),
                    new("target", ColumnKind.Target),
                ],
                [.. report.Programmes.SelectMany(p => p.Indicators.OrderBy(i => i.Key).Select(i => ReportRow.Of(
                    [TrainingReports.Place(p.Title!), ReportName.Of(i.Key)],
                    ("answered", i.Value.Answered), ("positive", i.Value.Positive), ("target", StudyTargets.Of(i.Key).PerMille))))])
            {
                HasSum = false,
            }),
        new Report<EffectReport>(
            "effect", "", ReportParameters.Place, Readers,
            f => new GetEffectQuery(f.Year, f.PlaceId),
            report => new ReportTable(
                ["programme"],
                [
                    new("enrolled", ColumnKind.Count), new("finished", ColumnKind.Count), new("finished_share", ColumnKind.ShareOfRow, "finished", "enrolled"),
                    new("recommended", ColumnKind.Count), new("recommended_share", ColumnKind.ShareOfRow, "recommended", "finished"),
                    new("contacts_due", ColumnKind.Count), new("in_time", ColumnKind.Count), new("in_time_share", ColumnKind.ShareOfRow, "in_time", "contacts_due"),
                    new("marks", ColumnKind.Count), new("upper", ColumnKind.Count), new("upper_share", ColumnKind.ShareOfRow, "upper", "marks"),
                    new("new_categories", ColumnKind.Count),
                ],
                [.. report.Programmes.Select(p => ReportRow.Of(
                    TrainingReports.Place(p.Title!),
                    ("enrolled", p.Enrolled), ("finished", p.Finished), ("recommended", p.Recommended),
                    ("contacts_due", p.Contacts.Due), ("in_time", p.Contacts.InTime),
                    ("marks", p.Marks), ("upper", p.UpperMarks), ("new_categories", p.NewCategories)))])),
    ];

    private static string Key(LessonLevel level) => level switch
    {
        LessonLevel.High => "high",
        LessonLevel.AboveAverage => "above_average",
        LessonLevel.Average => "average",
        LessonLevel.BelowAverage => "below_average",
    };
}
