namespace TeacherCpd.Domain.Attestation;

/// <summary>What a document promises for the share of teachers from moderator up, for one territory and one year.</summary>
/// <param name="Document">Code of the document; its name is a text.</param>
/// <param name="Territory">Code of the region to which the document belongs; null for the country.</param>
/// <param name="Year">Year.</param>
/// <param name="Percent">Target in percent.</param>
public sealed record CategoryTarget(string Document, string? Territory, int Year, int Percent);

/// <summary>
/// Targets of the share of teachers from moderator up. A target belongs to its document and territory; where a document names none for a
/// year there is none, and nothing is carried over from another year or territory.
/// </summary>
public static class CategoryTargets
{
    /// <summary>Concept of the development of education for 2023 to 2029: names targets to 2026 only.</summary>
    public const string NationalConcept = "concept_2023_2029";

    /// <summary>Programme of the development of Turkistan region to 2025.</summary>
    public const string TurkistanProgramme = "turkistan_2021_2025";

    private const string Turkistan = "61";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<CategoryTarget> All =
    [
        new(NationalConcept, null, 2023, 65),
        new(NationalConcept, null, 2024, 70),
        new(NationalConcept, null, 2025, 75),
        new(NationalConcept, null, 2026, 80),
        new(TurkistanProgramme, Turkistan, 2020, 50),
        new(TurkistanProgramme, Turkistan, 2021, 60),
        new(TurkistanProgramme, Turkistan, 2022, 70),
        new(TurkistanProgramme, Turkistan, 2023, 75),
        new(TurkistanProgramme, Turkistan, 2024, 80),
        new(TurkistanProgramme, Turkistan, 2025, 85),
    ];

    /// <summary>The target of a territory's own document for a year; null for none.</summary>
    /// <param name="territory">Code of the region; null for the country.</param>
    /// <param name="year">Year.</param>
    public static CategoryTarget? Of(string? territory, int year) => All.FirstOrDefault(t => t.Territory == territory && t.Year == year);
}
