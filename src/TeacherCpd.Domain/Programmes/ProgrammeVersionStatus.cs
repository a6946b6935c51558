namespace TeacherCpd.Domain.Programmes;

/// <summary>Life cycle of a version, from the first draft to its end (2022 report, section 1).</summary>
public enum ProgrammeVersionStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Its audience is asked what it needs, before the programme is tried.</summary>
    PreCourseStudy,

    /// <summary>Tried in pilot groups.</summary>
    Pilot,

    /// <summary>Corrected after the pilot, or after the council gave it back.</summary>
    Corrected,

    /// <summary>At the ministry's Expert Council.</summary>
    AtCouncil,

    /// <summary>Agreed by a protocol of the Expert Council; groups may be opened.</summary>
    Agreed,

    /// <summary>Entered in the list by a letter of the Committee; groups may be opened.</summary>
    Listed,

    /// <summary>Replaced by a newer version; people and groups on it finish it.</summary>
    Revised,

    /// <summary>No longer offered.</summary>
    Withdrawn,
}

/// <summary>What the state of a version allows.</summary>
public static class ProgrammeVersionStatusRules
{
    /// <summary>
    /// Whether groups may be opened: agreed by the council, letter or not (2022 report, section 1.1), or in its pilot, whose
    /// groups are the pilot groups.
    /// </summary>
    public static bool MayOpenGroups(this ProgrammeVersionStatus status) => status.IsInForce() || status == ProgrammeVersionStatus.Pilot;

    /// <summary>Whether it is agreed and not replaced.</summary>
    public static bool IsInForce(this ProgrammeVersionStatus status) =>
        status is ProgrammeVersionStatus.Agreed or ProgrammeVersionStatus.Listed;

    /// <summary>Whether the council agreed it, be it replaced since.</summary>
    public static bool WasAgreed(this ProgrammeVersionStatus status) => status.IsInForce() || status == ProgrammeVersionStatus.Revised;

    /// <summary>Whether its developers may still change it. At the council and once agreed nobody may.</summary>
    public static bool MayBeEdited(this ProgrammeVersionStatus status) => status < ProgrammeVersionStatus.AtCouncil;
}
