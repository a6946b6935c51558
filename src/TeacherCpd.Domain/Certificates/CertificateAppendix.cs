using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Certificates;

/// <summary>A module of the course.</summary>
/// <param name="Title">Title.</param>
/// <param name="Hours">Academic hours.</param>
public sealed record AppendixModule(LocalizedText Title, int Hours);

/// <summary>A competence: a criterion by which the final work was assessed.</summary>
/// <param name="Title">Criterion of the rubric.</param>
/// <param name="Mark">Level reached, as the name of the grade; null where it was not assessed.</param>
public sealed record AppendixCompetence(LocalizedText Title, string? Mark);

/// <summary>The appendix of a certificate: what was learnt and how it was assessed, as it stood on the day of issue.</summary>
/// <param name="Modules">Modules in the order of the programme.</param>
/// <param name="Competences">Competences in the order of the rubric.</param>
/// <param name="Grade">Grade of the whole, as the name of the grade; null where there is none.</param>
/// <param name="AttendedSessions">Sessions attended; null where attendance was not recorded.</param>
/// <param name="Sessions">Sessions of the course; null where attendance was not recorded.</param>
public sealed record CertificateAppendix(
    IReadOnlyList<AppendixModule> Modules,
    IReadOnlyList<AppendixCompetence> Competences,
    string? Grade = null,
    int? AttendedSessions = null,
    int? Sessions = null)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Whether there is nothing to print.</summary>
    [JsonIgnore]
    public bool IsEmpty => Modules.Count == 0 && Competences.Count == 0 && Grade is null && Sessions is null;

    /// <summary>As it is stored; null where there is nothing.</summary>
    public string? Write() => IsEmpty ? null : JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CertificateAppendix? Read(string? stored) => stored is null ? null : JsonSerializer.Deserialize<CertificateAppendix>(stored, Json);
}
