namespace TeacherCpd.Domain.Common;

/// <summary>When a schedule last did its work to the end, on whichever node.</summary>
public sealed class ScheduleRun : INotAudited
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 100;

    /// <summary>Name of the schedule.</summary>
    public required string Name { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime FinishedAt { get; init; }
}
