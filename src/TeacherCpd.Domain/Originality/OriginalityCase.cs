using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Domain.Originality;

/// <summary>Where a case is.</summary>
public enum OriginalityCaseStatus
{
    /// <summary>Opened; the teacher was told and may give a statement until its day.</summary>
    Open,

    /// <summary>The statement is there; the verdict is due.</summary>
    Heard,

    /// <summary>Decided; the teacher may appeal until its day.</summary>
    Decided,

    /// <summary>The teacher appealed; another person decides.</summary>
    Appealed,

    /// <summary>The appeal is decided.</summary>
    Closed,
}

/// <summary>Why a case was opened, or what joined it.</summary>
public enum CaseGroundKind
{
    /// <summary>A check reached the threshold of the plan.</summary>
    Threshold,

    /// <summary>The trainer, a coordinator or a moderator saw a reason.</summary>
    ByHand,

    /// <summary>An independent assessor suspects it.</summary>
    Suspicion,
}

/// <summary>What a case comes to.</summary>
public enum OriginalityVerdict
{
    /// <summary>No breach.</summary>
    NoBreach,

    /// <summary>A breach, with a warning; the work goes on.</summary>
    Warning,

    /// <summary>A breach: the work is refused and another has to be handed in for re-assessment.</summary>
    Refused,
}

/// <summary>What an appeal comes to.</summary>
public enum AppealOutcome
{
    /// <summary>The verdict stands.</summary>
    Stands,

    /// <summary>The verdict is set aside: what it did is undone.</summary>
    SetAside,
}

/// <summary>The time for the statement is not over, and the teacher has not given one.</summary>
/// <param name="DueOn">Last day of the statement.</param>
public sealed record TeacherNotHeard(DateOnly DueOn) : Error("teacher_not_heard", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [DueOn];
}

/// <summary>The day until which something could be said is over.</summary>
/// <param name="DueOn">That day.</param>
public sealed record CaseTermOver(DateOnly DueOn) : Error("case_term_over", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [DueOn];
}

/// <summary>Who has a part in the case does not decide it: the trainer of the group, whoever opened it, and, on appeal, whoever decided.</summary>
public sealed record NotIndependentOfCase() : Error("not_independent_of_case", ErrorKind.Conflict);

/// <summary>
/// The case of one version of a portfolio that may not be the teacher's own: the teacher is heard, a person decides, and
/// another one decides an appeal. Nothing of it is changed or deleted: each step adds its words and its time.
/// </summary>
public sealed class OriginalityCase : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<OriginalityCaseStatus> States = new(
        (OriginalityCaseStatus.Open, [OriginalityCaseStatus.Heard, OriginalityCaseStatus.Decided]),
        (OriginalityCaseStatus.Heard, [OriginalityCaseStatus.Decided]),
        (OriginalityCaseStatus.Decided, [OriginalityCaseStatus.Appealed]),
        (OriginalityCaseStatus.Appealed, [OriginalityCaseStatus.Closed]));

    /// <summary>Longest words of a ground, a statement, a verdict or an appeal, in characters.</summary>
    public const int WordsLength = 4000;

    private readonly List<CaseGround> grounds = [];

    /// <summary>Number to quote, for example <c>OR-2026-000017</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Version of a portfolio that it is about.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>When it was opened (UTC).</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>Last day of the teacher's statement.</summary>
    public required DateOnly StatementDueOn { get; init; }

    /// <summary>Whether the work is given to no assessor before the verdict.</summary>
    public bool HoldsWork { get; init; }

    /// <summary>State.</summary>
    public OriginalityCaseStatus Status { get; private set; }

    /// <summary>Why it was opened, and what joined it, in order.</summary>
    public IReadOnlyCollection<CaseGround> Grounds => grounds;

    /// <summary>The teacher's statement; null until there is one.</summary>
    public string? Statement { get; private set; }

    /// <summary>When it was given (UTC).</summary>
    public DateTime? StatedAt { get; private set; }

    /// <summary>The verdict; null until there is one.</summary>
    public OriginalityVerdict? Verdict { get; private set; }

    /// <summary>Its reasons.</summary>
    public string? VerdictReasons { get; private set; }

    /// <summary>When it was given (UTC).</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Who gave it.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Last day of an appeal; null until the verdict.</summary>
    public DateOnly? AppealDueOn { get; private set; }

    /// <summary>State that the portfolio had before the work was refused; null where it was not.</summary>
    public PortfolioStatus? PortfolioBefore { get; private set; }

    /// <summary>State that the enrolment had before the work was refused; null where it was not.</summary>
    public EnrolmentStatus? EnrolmentBefore { get; private set; }

    /// <summary>The teacher's appeal; null where there is none.</summary>
    public string? Appeal { get; private set; }

    /// <summary>When it was lodged (UTC).</summary>
    public DateTime? AppealedAt { get; private set; }

    /// <summary>What the appeal came to.</summary>
    public AppealOutcome? Outcome { get; private set; }

    /// <summary>Reasons of that.</summary>
    public string? OutcomeReasons { get; private set; }

    /// <summary>When the appeal was decided (UTC).</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who decided the appeal.</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>Whether the verdict is still due.</summary>
    public bool AwaitsVerdict => Status is OriginalityCaseStatus.Open or OriginalityCaseStatus.Heard;

    /// <summary>Adds why the case was opened, or what joins it.</summary>
    /// <param name="ground">Ground.</param>
    /// <returns>Why it cannot be added: the verdict is there.</returns>
    public Error? Join(CaseGround ground)
    {
        if (!AwaitsVerdict)
        {
            return new StepNotAllowed(Status.ToString(), nameof(OriginalityCaseStatus.Open));
        }

        grounds.Add(ground);
        return null;
    }

    /// <summary>The teacher gives the statement; until the verdict it is given once.</summary>
    /// <param name="words">Words.</param>
    /// <param name="today">Today in Kazakhstan.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? State(string words, DateOnly today, DateTime at)
    {
        if (States.Check(Status, OriginalityCaseStatus.Heard) is { } error)
        {
            return error;
        }

        if (today > StatementDueOn)
        {
            return new CaseTermOver(StatementDueOn);
        }

        Status = OriginalityCaseStatus.Heard;
        Statement = words;
        StatedAt = at;
        return null;
    }

    /// <summary>Gives the verdict, once the teacher was heard or the time for it is over.</summary>
    /// <param name="verdict">Verdict.</param>
    /// <param name="reasons">Reasons.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="parts">Who has a part in the work: the trainer of the group and the teacher.</param>
    /// <param name="appealDays">Calendar days in which the teacher may appeal.</param>
    /// <param name="today">Today in Kazakhstan.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Decide(OriginalityVerdict verdict, string reasons, Guid by, IEnumerable<Guid> parts, int appealDays, DateOnly today, DateTime at)
    {
        if (States.Check(Status, OriginalityCaseStatus.Decided) is { } error)
        {
            return error;
        }

        if (!IsIndependent(by, parts))
        {
            return new NotIndependentOfCase();
        }

        if (Status == OriginalityCaseStatus.Open && today <= StatementDueOn)
        {
            return new TeacherNotHeard(StatementDueOn);
        }

        Status = OriginalityCaseStatus.Decided;
        Verdict = verdict;
        VerdictReasons = reasons;
        DecidedAt = at;
        DecidedBy = by;
        AppealDueOn = today.AddDays(appealDays);
        return null;
    }

    /// <summary>Remembers what the verdict took away, so that an appeal can give it back.</summary>
    public void Remember(PortfolioStatus portfolio, EnrolmentStatus enrolment)
    {
        PortfolioBefore = portfolio;
        EnrolmentBefore = enrolment;
    }

    /// <summary>The teacher appeals against the verdict, once.</summary>
    /// <param name="words">Words.</param>
    /// <param name="today">Today in Kazakhstan.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? LodgeAppeal(string words, DateOnly today, DateTime at)
    {
        if (States.Check(Status, OriginalityCaseStatus.Appealed) is { } error)
        {
            return error;
        }

        if (AppealDueOn is { } last && today > last)
        {
            return new CaseTermOver(last);
        }

        Status = OriginalityCaseStatus.Appealed;
        Appeal = words;
        AppealedAt = at;
        return null;
    }

    /// <summary>Decides the appeal; not by whoever gave the verdict.</summary>
    /// <param name="outcome">Outcome.</param>
    /// <param name="reasons">Reasons.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="parts">Who has a part in the work: the trainer of the group and the teacher.</param>
    /// <param name="at">Moment (UTC).</param>
    public Error? Close(AppealOutcome outcome, string reasons, Guid by, IEnumerable<Guid> parts, DateTime at)
    {
        if (States.Check(Status, OriginalityCaseStatus.Closed) is { } error)
        {
            return error;
        }

        if (by == DecidedBy || !IsIndependent(by, parts))
        {
            return new NotIndependentOfCase();
        }

        Status = OriginalityCaseStatus.Closed;
        Outcome = outcome;
        OutcomeReasons = reasons;
        ClosedAt = at;
        ClosedBy = by;
        return null;
    }

    /// <summary>Whether a person has no part in the case.</summary>
    /// <param name="person">Person.</param>
    /// <param name="parts">Who has a part in the work.</param>
    public bool IsIndependent(Guid person, IEnumerable<Guid> parts) => !parts.Contains(person) && !grounds.Exists(g => g.By == person);
}

/// <summary>Why a case was opened, or what joined it.</summary>
public sealed class CaseGround : Entity
{
    /// <summary>Case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>What it is.</summary>
    public required CaseGroundKind Kind { get; init; }

    /// <summary>Check that reached the threshold; null for what people saw.</summary>
    public Guid? CheckId { get; init; }

    /// <summary>Its figure, of a thousand.</summary>
    public int? Permille { get; init; }

    /// <summary>The words of whoever saw it; null for a check.</summary>
    public string? Words { get; init; }

    /// <summary>Who saw it; null for a check.</summary>
    public Guid? By { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }
}
