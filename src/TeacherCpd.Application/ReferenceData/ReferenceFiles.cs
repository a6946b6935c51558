using System.Text.Json;
using System.Text.Json.Serialization;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.ReferenceData;

/// <summary>The files of this folder, as they are embedded.</summary>
internal static class ReferenceFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static OrganisationFile Organisations() => Read<OrganisationFile>("organisations.json");

    public static ProgrammeFile Programmes() => Read<ProgrammeFile>("programmes.json");

    public static IReadOnlyList<CompetenceEntry> Competences() => Read<IReadOnlyList<CompetenceEntry>>("competences.json");

    public static RubricFile Rubric() => Read<RubricFile>("rubric.json");

    private static T Read<T>(string name)
    {
        var assembly = typeof(ReferenceFiles).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{typeof(ReferenceFiles).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}

internal sealed record OrganisationFile(NamedPlace Ministry, IReadOnlyList<RegionEntry> Regions, NamedPlace Centre, ProviderEntry Provider, NamedPlace AssessmentCentre);

internal sealed record ProviderEntry(DateOnly ReviewedOn, string ReviewDocument, string Agency, string Number, DateOnly ValidFrom);

internal sealed record NamedPlace(string Code, LocalizedText Name);

internal sealed record RegionEntry(string Code, LocalizedText Name, IReadOnlyList<NamedPlace> Districts);

internal sealed record ProgrammeFile(IReadOnlyDictionary<string, DocumentEntry> Documents, IReadOnlyList<ProgrammeEntry> Programmes);

internal sealed record DocumentEntry(ApprovalKind Kind, string Number, DateOnly Date);

internal sealed record ProgrammeEntry(
    string Code,
    string Direction,
    LocalizedText Title,
    IReadOnlyList<string> Aliases,
    AudienceTypes Audiences,
    EducationLevel Level,
    int? Hours,
    ProgrammeFormat Format,
    LocalizedText? Audience,
    int? DevelopedIn,
    LocalizedText? Family,
    LocalizedText? Subject,
    FinalAssessment FinalAssessment,
    ApplicationSteps? Steps,
    int? TeamSize,
    PlanEntry? Plan,
    IReadOnlyList<PhaseEntry>? Phases,
    IReadOnlyList<string>? Approvals,
    IReadOnlyList<AccreditationEntry>? Accreditations);

internal sealed record PlanEntry(int Reports, bool HasPresentation, bool IsChecked, string Basis);

internal sealed record PhaseEntry(PhaseKind Kind, int Hours, int? Days, int? Weeks);

internal sealed record AccreditationEntry(string Agency, AccreditationStatus Status, int Year);

internal sealed record RubricFile(string Code, int Number, LocalizedText Title, IReadOnlyList<CriterionEntry> Criteria);

internal sealed record CriterionEntry(string Code, LocalizedText Title, LocalizedText Unsatisfactory, LocalizedText Satisfactory, LocalizedText Good);

internal sealed record CompetenceEntry(string Code, LocalizedText Title);
