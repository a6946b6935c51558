using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Certificates;

/// <summary>What was seen after a course.</summary>
public enum EndorsementKind
{
    /// <summary>The holder applies what was learnt in lessons.</summary>
    AppliedInPractice,

    /// <summary>It had an effect on what learners achieve.</summary>
    EffectOnLearners,
}

/// <summary>The contact is not the evidence that the endorsement needs.</summary>
public sealed record NotTheEvidence() : Error("endorsement_not_the_evidence", ErrorKind.Conflict);

/// <summary>The figures of the analysis do not show an effect, or there are none.</summary>
public sealed record NoEffectShown() : Error("endorsement_no_effect", ErrorKind.Conflict);

/// <summary>
/// Something that was observed after a course, added to its certificate: the certificate grows. It rests on a contact of the year
/// of support that took place, and belongs to it: the same observation does not count twice for the same.
/// </summary>
public sealed class CertificateEndorsement : Entity
{
    /// <summary>Longest words, in characters.</summary>
    public const int WordsLength = 1000;

    /// <summary>Certificate, in the edition that was in force then.</summary>
    public required Guid CertificateId { get; init; }

    /// <summary>What the certificate is issued for: later editions keep the endorsement.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>What was seen.</summary>
    public required EndorsementKind Kind { get; init; }

    /// <summary>The evidence: a contact that took place.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>Kind of that contact.</summary>
    public required ContactKind Evidence { get; init; }

    /// <summary>Day of that contact.</summary>
    public required DateOnly ObservedOn { get; init; }

    /// <summary>Who was there and says it.</summary>
    public required Guid ObserverId { get; init; }

    /// <summary>What was seen; public with the credential.</summary>
    public required string Words { get; init; }

    /// <summary>What the learners reached, all classes of the analysis together, as it was when this was added; null where a lesson is the evidence.</summary>
    public LearnerFigures? Figures { get; init; }

    /// <summary>When it was added (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Whether a contact of a kind can show it: a lesson that was observed, results of learners that were looked into.</summary>
    public static bool IsShownBy(EndorsementKind kind, ContactKind contact) => kind switch
    {
        EndorsementKind.AppliedInPractice => contact == ContactKind.Observation,
        _ => contact == ContactKind.AchievementAnalysis,
    };
}
