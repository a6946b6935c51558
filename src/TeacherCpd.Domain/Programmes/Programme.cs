using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Programmes;

/// <summary>A course programme of the register. Its content stands in versions.</summary>
public sealed class Programme : Aggregate
{
    private readonly List<ProgrammeVersion> versions = [];

    /// <summary>Stable code, for example <c>P01</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Official title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Direction code.</summary>
    public required string Direction { get; init; }

    /// <summary>Other spellings under which lists name the programme, one a line; empty when there are none.</summary>
    public string Aliases { get; init; } = "";

    /// <summary>Versions, oldest first.</summary>
    public IReadOnlyCollection<ProgrammeVersion> Versions => versions;

    /// <summary>Adds a version.</summary>
    public void Add(ProgrammeVersion version) => versions.Add(version);
}

/// <summary>How a programme is delivered.</summary>
public enum ProgrammeFormat
{
    /// <summary>The source names none.</summary>
    NotStated,

    /// <summary>Classroom.</summary>
    Classroom,

    /// <summary>Classroom phases with school practice between them.</summary>
    Phased,

    /// <summary>Classroom and distance.</summary>
    Blended,

    /// <summary>Distance.</summary>
    Distance,

    /// <summary>Online, at the same time.</summary>
    Online,

    /// <summary>Online, each at their own time.</summary>
    Asynchronous,
}

/// <summary>Life cycle of a version, from the study before it is written to its end (2022 report, section 1).</summary>
public enum ProgrammeVersionStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>At the ministry's Expert Council.</summary>
    AtCouncil,

    /// <summary>Agreed by a protocol of the Expert Council; groups may be opened.</summary>
    Agreed,

    /// <summary>Entered in the list by a letter of the Committee; groups may be opened.</summary>
    Listed,

    /// <summary>No longer offered.</summary>
    Withdrawn,
}

/// <summary>What the state of a version allows.</summary>
public static class ProgrammeVersionStatusRules
{
    /// <summary>Whether groups may be opened: agreed by the council, letter or not (2022 report, section 1.1).</summary>
    public static bool MayOpenGroups(this ProgrammeVersionStatus status) =>
        status is ProgrammeVersionStatus.Agreed or ProgrammeVersionStatus.Listed;
}

/// <summary>Who decides on applications for a programme; several, in the order of the values.</summary>
[Flags]
public enum ApplicationSteps
{
    /// <summary>Nobody: whoever applies has a place while there is one.</summary>
    None = 0,

    /// <summary>The school where the teacher works.</summary>
    School = 1,

    /// <summary>The education department of the region.</summary>
    Region = 2,

    /// <summary>The branch that runs the group.</summary>
    Branch = 4,
}

/// <summary>A version of a programme. Once agreed it does not change; a change makes a new version.</summary>
public sealed class ProgrammeVersion : Entity
{
    private readonly List<ProgrammePhase> phases = [];
    private readonly List<ApprovalDocument> approvals = [];

    /// <summary>Programme.</summary>
    public Guid ProgrammeId { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>State.</summary>
    public required ProgrammeVersionStatus Status { get; init; }

    /// <summary>Academic hours, 1 to 2000; null where the source is silent.</summary>
    public int? Hours { get; init; }

    /// <summary>Format.</summary>
    public required ProgrammeFormat Format { get; init; }

    /// <summary>Whom it is for.</summary>
    public required LocalizedText Audience { get; init; }

    /// <summary>Rubric by which its portfolios are assessed.</summary>
    public required Guid RubricId { get; init; }

    /// <summary>Who decides on an application, in this order: school, education department, branch. None: a place is given at once.</summary>
    public ApplicationSteps ApplicationSteps { get; init; } = ApplicationSteps.Branch;

    /// <summary>How many people of one school come together, 2 to 10; null where each comes alone.</summary>
    public int? TeamSize { get; init; }

    /// <summary>Least share of the sessions that a person has to attend to be admitted to assessment, 0 to 100 per cent.</summary>
    public int MinimumAttendance { get; init; }

    /// <summary>Phases in order; empty where the source names none.</summary>
    public IReadOnlyCollection<ProgrammePhase> Phases => phases;

    /// <summary>Protocols and letters; one may serve several versions.</summary>
    public IReadOnlyCollection<ApprovalDocument> Approvals => approvals;

    /// <summary>Adds a phase at the end.</summary>
    public void AddPhase(PhaseKind kind, int hours, int? days) =>
        phases.Add(new ProgrammePhase { VersionId = Id, Order = phases.Count + 1, Kind = kind, Hours = hours, Days = days });

    /// <summary>Records a protocol or letter.</summary>
    public void Approve(ApprovalDocument document) => approvals.Add(document);
}

/// <summary>What happens in a phase.</summary>
public enum PhaseKind
{
    /// <summary>Classroom teaching.</summary>
    Classroom,

    /// <summary>Practice in the own school or preschool.</summary>
    SchoolPractice,

    /// <summary>Distance teaching.</summary>
    Distance,
}

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
}

/// <summary>Kind of document by which a version is agreed or listed.</summary>
public enum ApprovalKind
{
    /// <summary>Protocol of the ministry's Expert Council.</summary>
    CouncilProtocol,

    /// <summary>Letter of the ministry's Committee.</summary>
    CommitteeLetter,
}

/// <summary>A protocol or letter: a record of its own, for one or several versions.</summary>
public sealed class ApprovalDocument : Entity
{
    /// <summary>Kind.</summary>
    public required ApprovalKind Kind { get; init; }

    /// <summary>Number as printed.</summary>
    public required string Number { get; init; }

    /// <summary>Date.</summary>
    public required DateOnly Date { get; init; }
}
