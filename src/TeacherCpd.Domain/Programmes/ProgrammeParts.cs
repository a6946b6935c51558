using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Programmes;

/// <summary>A phase of a version.</summary>
public sealed class ProgrammePhase : Entity
{
    /// <summary>Version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Place in the order, from 1.</summary>
    public int Order { get; init; }

    /// <summary>Kind.</summary>
    public PhaseKind Kind { get; init; }

    /// <summary>Academic hours.</summary>
    public int Hours { get; init; }

    /// <summary>Working days; null where the source counts in other units or is silent.</summary>
    public int? Days { get; init; }

    /// <summary>Weeks; null where the source counts in other units or is silent.</summary>
    public int? Weeks { get; init; }

    internal PhaseContent Content => new(Kind, Hours, Days, Weeks);
}

/// <summary>A module of a version.</summary>
public sealed class ProgrammeModule : Entity
{
    /// <summary>Version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Place in the order, from 1.</summary>
    public int Order { get; init; }

    /// <summary>Title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Academic hours.</summary>
    public int Hours { get; init; }

    /// <summary>What people do in it.</summary>
    public ActivityTypes Activities { get; init; }

    /// <summary>Whether it prepares for teaching in an inclusive class.</summary>
    public bool Inclusive { get; init; }

    internal ModuleContent Content => new(Title, Hours, Activities, Inclusive);

    internal static ProgrammeModule Of(Guid versionId, int order, ModuleContent content) => new()
    {
        VersionId = versionId,
        Order = order,
        Title = content.Title,
        Hours = content.Hours,
        Activities = content.Activities,
        Inclusive = content.Inclusive,
    };
}

/// <summary>A contact that a version plans for the year after the course.</summary>
public sealed class ProgrammeContact : Entity
{
    /// <summary>Version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Kind of contact.</summary>
    public ContactKind Kind { get; init; }

    /// <summary>Months after the course, 1 to 12.</summary>
    public int Month { get; init; }
}

/// <summary>What was corrected in a version, and why.</summary>
public sealed class ProgrammeCorrection : Entity
{
    /// <summary>Version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Day.</summary>
    public DateOnly Date { get; init; }

    /// <summary>What was corrected.</summary>
    public required string Text { get; init; }

    /// <summary>Who corrected it.</summary>
    public Guid PersonId { get; init; }
}

/// <summary>The version is at the council or was agreed: it does not change any more.</summary>
/// <param name="Status">State of the version.</param>
public sealed record VersionFrozen(ProgrammeVersionStatus Status) : Error("version_frozen", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Status];
}

/// <summary>The hours differ from the sum of the phases.</summary>
/// <param name="Sum">Sum of the phases.</param>
public sealed record HoursNotSumOfPhases(int Sum) : Error("hours_not_sum_of_phases", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Sum];

    /// <inheritdoc/>
    public override string Field => nameof(VersionContent.Hours);
}

/// <summary>The modules together are longer than the programme.</summary>
/// <param name="Modules">Hours of the modules.</param>
/// <param name="Hours">Hours of the programme.</param>
public sealed record ModulesTooLong(int Modules, int Hours) : Error("modules_too_long", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Modules, Hours];
}

/// <summary>There is no word yet about the study before the course, and a pilot is to begin.</summary>
public sealed record StudyMissing() : Error("study_missing", ErrorKind.Conflict);

/// <summary>What was corrected is not said.</summary>
public sealed record CorrectionMissing() : Error("correction_missing", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => "Note";
}

/// <summary>The version has no hours, and the council is to see it.</summary>
public sealed record HoursMissing() : Error("hours_missing", ErrorKind.Conflict);
