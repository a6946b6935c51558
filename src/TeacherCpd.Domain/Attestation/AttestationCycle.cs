using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Where a cycle of attestation is.</summary>
public enum CycleStage
{
    /// <summary>Its days are set.</summary>
    Planned,

    /// <summary>Applications are taken.</summary>
    ApplicationsOpen,

    /// <summary>The knowledge test is taken.</summary>
    KnowledgeTest,

    /// <summary>Portfolios are looked at.</summary>
    PortfolioReview,

    /// <summary>Commissions sit and decide.</summary>
    Sittings,

    /// <summary>Orders are issued, letters are sent.</summary>
    Orders,

    /// <summary>It is over.</summary>
    Closed,
}

/// <summary>Whom a cycle is for. Teachers and heads are attested apart, by commissions of their own.</summary>
public enum CycleGroup
{
    /// <summary>Teachers and methodists.</summary>
    Teachers,

    /// <summary>Heads and deputy heads.</summary>
    Heads,
}

/// <summary>Which stage of a cycle may follow which: one after another, none left out.</summary>
public static class CycleStages
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<CycleStage> Table = new(
        (CycleStage.Planned, [CycleStage.ApplicationsOpen]),
        (CycleStage.ApplicationsOpen, [CycleStage.KnowledgeTest]),
        (CycleStage.KnowledgeTest, [CycleStage.PortfolioReview]),
        (CycleStage.PortfolioReview, [CycleStage.Sittings]),
        (CycleStage.Sittings, [CycleStage.Orders]),
        (CycleStage.Orders, [CycleStage.Closed]));
}

/// <summary>First days of the stages of a cycle, each later than the one before.</summary>
/// <param name="Applications">Applications open.</param>
/// <param name="Test">The knowledge test begins; applications end the day before.</param>
/// <param name="Review">The review of portfolios begins.</param>
/// <param name="Sittings">Sittings begin.</param>
/// <param name="Orders">Orders begin.</param>
/// <param name="Close">First day on which it is over.</param>
public sealed record CycleDates(DateOnly Applications, DateOnly Test, DateOnly Review, DateOnly Sittings, DateOnly Orders, DateOnly Close)
{
    /// <summary>Whether each stage has a day at least.</summary>
    public bool AreInOrder => Applications < Test && Test < Review && Review < Sittings && Sittings < Orders && Orders < Close;

    /// <summary>First day of a stage, moved to the next working day where nobody works on it; null for the one before all.</summary>
    public DateOnly? BeginOf(CycleStage stage) => stage switch
    {
        CycleStage.Planned => null,
        CycleStage.ApplicationsOpen => WorkingDays.OnOrAfter(Applications),
        CycleStage.KnowledgeTest => WorkingDays.OnOrAfter(Test),
        CycleStage.PortfolioReview => WorkingDays.OnOrAfter(Review),
        CycleStage.Sittings => WorkingDays.OnOrAfter(Sittings),
        CycleStage.Orders => WorkingDays.OnOrAfter(Orders),
        CycleStage.Closed => WorkingDays.OnOrAfter(Close),
    };
}

/// <summary>
/// A cycle of attestation: whom, at which level, in which session of the school year, on which days. The order leaves its days to the
/// ministry, which sets them each year; a region that wants two sessions a year plans the second one of its own.
/// </summary>
public sealed class AttestationCycle : Aggregate
{
    private readonly List<CycleStep> steps = [];

    /// <summary>Ministry, region or district for whose organisations it is.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Calendar year in which its school year ends.</summary>
    public required int Year { get; init; }

    /// <summary>Session of the year, 1 or 2.</summary>
    public required int Session { get; init; }

    /// <summary>Whom it is for.</summary>
    public required CycleGroup Group { get; init; }

    /// <summary>Level of the commissions that decide.</summary>
    public required CommissionLevel Level { get; init; }

    /// <summary>First days of its stages.</summary>
    public required CycleDates Dates
    {
        get => dates;
        init => dates = value;
    }

    /// <summary>Stage.</summary>
    public CycleStage Stage { get; private set; }

    /// <summary>When it came to which stage.</summary>
    public IReadOnlyCollection<CycleStep> Steps => steps;

    private CycleDates dates = null!;

    /// <summary>Other days for what is still to come. Days of stages that began stay.</summary>
    public Error? ChangeDates(CycleDates to)
    {
        var began = Enum.GetValues<CycleStage>().Where(s => s <= Stage && s != CycleStage.Planned);
        if (!to.AreInOrder || Stage == CycleStage.Closed || began.Any(s => to.BeginOf(s) != dates.BeginOf(s)))
        {
            return new CycleDatesWrong();
        }

        dates = to;
        return null;
    }

    /// <summary>Moves it to the next stage when its day has come: one stage at a time, so that each is told.</summary>
    /// <param name="today">Today.</param>
    /// <param name="at">Now (UTC).</param>
    /// <returns>The step; null where nothing is due.</returns>
    public CycleStep? MoveOn(DateOnly today, DateTime at)
    {
        if (CycleStages.Table.After(Stage) is not [var next] || dates.BeginOf(next) > today)
        {
            return null;
        }

        Stage = next;
        var step = new CycleStep { CycleId = Id, Stage = next, At = at };
        steps.Add(step);
        return step;
    }
}

/// <summary>That a cycle came to a stage, and whether everybody concerned was told.</summary>
public sealed class CycleStep : Entity
{
    /// <summary>Cycle.</summary>
    public Guid CycleId { get; init; }

    /// <summary>Stage.</summary>
    public CycleStage Stage { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>When a notice to the last of those concerned was written (UTC); null while some are left.</summary>
    public DateTime? ToldAt { get; private set; }

    /// <summary>Everybody concerned has a notice.</summary>
    public void Told(DateTime at) => ToldAt ??= at;
}

/// <summary>The days do not follow each other, or a stage that began would begin on another day.</summary>
public sealed record CycleDatesWrong() : Error("cycle_dates_wrong", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string Field => "Applications";
}
