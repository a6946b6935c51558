using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Where an appeal against a task of the knowledge test is.</summary>
public enum TestTaskAppealStatus
{
    /// <summary>With the appeal commission.</summary>
    Filed,

    /// <summary>The commission agreed; the result may have changed.</summary>
    Upheld,

    /// <summary>The task stands.</summary>
    Rejected,
}

/// <summary>Which state of such an appeal may follow which.</summary>
public static class TestTaskAppealStates
{
    /// <summary>The table; everything not listed is refused. The decision is final (order 83, paragraph 52).</summary>
    public static readonly Transitions<TestTaskAppealStatus> Table = new((TestTaskAppealStatus.Filed, [TestTaskAppealStatus.Upheld, TestTaskAppealStatus.Rejected]));
}

/// <summary>
/// An appeal against one task of the official knowledge test, as the testing centre tells it: filed in the hall within 30 minutes after the end,
/// each task with its reason (order 83, paragraph 48), decided by an appeal commission within 15 working days (paragraph 52). The result before it
/// stays here, the one after it counts in the case (note to appendix 11).
/// </summary>
public sealed class TestTaskAppeal : Aggregate
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 2000;

    /// <summary>Highest number of a task: heads have 60 (order 83, paragraph 38).</summary>
    public const int MostTask = 60;

    /// <summary>Working days within which the commission decides (order 83, paragraph 52).</summary>
    public const int DecidedWithin = 15;

    /// <summary>Case in which the result counts.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Day of the test.</summary>
    public required DateOnly TestOn { get; init; }

    /// <summary>Result that was appealed against, in percent.</summary>
    public required int PercentBefore { get; init; }

    /// <summary>Number of the task; each is appealed against once.</summary>
    public required int Task { get; init; }

    /// <summary>On what it rests.</summary>
    public required AppealGround Ground { get; init; }

    /// <summary>Reason.</summary>
    public required string Reason { get; init; }

    /// <summary>Day on which it was filed: that of the test.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>When it was recorded here (UTC).</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>State.</summary>
    public TestTaskAppealStatus Status { get; private set; }

    /// <summary>Day of the decision; null before.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Result after it, in percent; null before.</summary>
    public int? PercentAfter { get; private set; }

    /// <summary>Last day on which the commission decides in time.</summary>
    public DateOnly DueOn => DueAfter(FiledOn);

    /// <summary>Whether the decision came late. That is a fault of the commission and takes nothing from the decision.</summary>
    public bool IsLate => DecidedOn > DueOn;

    /// <summary>The last of the working days that follow a day.</summary>
    /// <param name="day">Day.</param>
    public static DateOnly DueAfter(DateOnly day)
    {
        for (var left = DecidedWithin; left > 0; left--)
        {
            day = WorkingDays.OnOrAfter(day.AddDays(1));
        }

        return day;
    }

    /// <summary>Records what the commission decided.</summary>
    /// <param name="isUpheld">Whether it agreed.</param>
    /// <param name="on">Day.</param>
    /// <param name="percent">Result after it.</param>
    public Error? Decide(bool isUpheld, DateOnly on, int percent)
    {
        var to = isUpheld ? TestTaskAppealStatus.Upheld : TestTaskAppealStatus.Rejected;
        if (TestTaskAppealStates.Table.Check(Status, to) is { } refused)
        {
            return refused;
        }

        (Status, DecidedOn, PercentAfter) = (to, on, percent);
        return null;
    }
}
