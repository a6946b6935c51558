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

    public static RubricFile Rubric() => Read<RubricFile>("rubric.json");

    private static T Read<T>(string name)
    {
        var assembly = typeof(ReferenceFiles).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{typeof(ReferenceFiles).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The resource {name} is not embedded.");
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }
}

internal sealed record OrganisationFile(NamedPlace Ministry, IReadOnlyList<RegionEntry> Regions, NamedPlace Centre, NamedPlace AssessmentCentre);

internal sealed record NamedPlace(string Code, LocalizedText Name);

internal sealed record RegionEntry(string Code, LocalizedText Name, IReadOnlyList<NamedPlace> Districts);

internal sealed record ProgrammeFile(IReadOnlyDictionary<string, DocumentEntry> Documents, IReadOnlyList<ProgrammeEntry> Programmes);

internal sealed record DocumentEntry(ApprovalKind Kind, string Number, DateOnly Date);

internal sealed record ProgrammeEntry(
    string Code,
    string Direction,
    LocalizedText Title,
    IReadOnlyList<string> Aliases,
    int? Hours,
    ProgrammeFormat Format,
    LocalizedText Audience,
    IReadOnlyList<PhaseEntry> Phases,
    IReadOnlyList<string> Approvals);

internal sealed record PhaseEntry(PhaseKind Kind, int Hours, int? Days);

internal sealed record RubricFile(string Code, int Number, LocalizedText Title, IReadOnlyList<CriterionEntry> Criteria);

internal sealed record CriterionEntry(string Code, LocalizedText Title, LocalizedText Unsatisfactory, LocalizedText Satisfactory, LocalizedText Good);
