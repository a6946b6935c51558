using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Reports;

/// <summary>Every report by its name. Pages, files and the command line read the same ones.</summary>
public static class ReportCatalogue
{
    /// <summary>Parts of the list, each with the key of its heading.</summary>
    public static IReadOnlyList<(string Heading, IReadOnlyList<Report> Reports)> Parts { get; } =
    [
        ("reports.training", TrainingReports.All),
        ("reports.assessment", AssessmentReports.All),
        ("reports.trainers", TrainerReports.All),
        ("reports.categories", CategoryReports.All),
        ("reports.support", SupportReports.All),
        ("reports.networks", NetworkReports.All),
    ];

    /// <summary>All reports, in the order of the list.</summary>
    public static IReadOnlyList<Report> All { get; } = [.. Parts.SelectMany(p => p.Reports)];

    /// <summary>A report by its name, or by the table of the report for 2022 that it computes; null for none.</summary>
    public static Report? Find(string name) =>
        All.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(r => r.Table.Length > 0 && string.Equals(r.Table, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name of a programme: its code and title.</summary>
    internal static ReportName Programme(string code, LocalizedText title) =>
        new(code, new LocalizedText($"{code} · {title.Kk}", $"{code} · {title.In(Language.Ru)}", $"{code} · {title.In(Language.En)}"));
}
