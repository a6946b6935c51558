using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Where a simulation is.</summary>
public enum SimulationStatus
{
    /// <summary>Asked for.</summary>
    Waiting,

    /// <summary>Counted.</summary>
    Done,

    /// <summary>Could not be counted.</summary>
    Broken,
}

/// <summary>Two editions asked about all people: who would gain, lose or be due at another time.</summary>
public sealed class RuleSimulation : Aggregate
{
    /// <summary>Most tries.</summary>
    public const int MostAttempts = 3;

    /// <summary>The states.</summary>
    public static readonly Transitions<SimulationStatus> States = new(
        (SimulationStatus.Waiting, [SimulationStatus.Done, SimulationStatus.Broken]));

    /// <summary>Edition that is compared with.</summary>
    public required Guid BeforeId { get; init; }

    /// <summary>Edition that is tried.</summary>
    public required Guid AfterId { get; init; }

    /// <summary>Day for which both are asked.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Guid AskedById { get; init; }

    /// <summary>When it was asked for (UTC).</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>State.</summary>
    public SimulationStatus Status { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was counted (UTC).</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>People looked at.</summary>
    public int People { get; private set; }

    /// <summary>The counts as JSON; null until counted.</summary>
    public string? Counts { get; private set; }

    /// <summary>Keeps the counts.</summary>
    public Error? Finish(int people, string counts, DateTime at)
    {
        var error = States.Check(Status, SimulationStatus.Done);
        if (error is null)
        {
            (Status, People, Counts, DoneAt) = (SimulationStatus.Done, people, counts, at);
        }

        return error;
    }

    /// <summary>Counts a try that failed; the last one ends it.</summary>
    public Error? Fail()
    {
        Attempts++;
        if (Attempts < MostAttempts)
        {
            return null;
        }

        var error = States.Check(Status, SimulationStatus.Broken);
        Status = error is null ? SimulationStatus.Broken : Status;
        return error;
    }
}
