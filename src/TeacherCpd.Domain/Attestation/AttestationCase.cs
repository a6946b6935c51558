using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>One person's case for one category, under the edition of the rules in force when it was opened.</summary>
public sealed class AttestationCase : Aggregate
{
    private readonly List<CriterionScore> scores = [];
    private readonly List<CaseVote> votes = [];

    /// <summary>Number to quote, for example <c>AT-2026-000017</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Candidate.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Organisation where the candidate works: decides which commissions may see the case.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Edition of the rules.</summary>
    public required Guid RuleSetId { get; init; }

    /// <summary>Category held when the case was opened; null for none.</summary>
    public string? CurrentCategory { get; init; }

    /// <summary>Category asked for.</summary>
    public required string ClaimedCategory { get; init; }

    /// <summary>When it was opened (UTC).</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>State.</summary>
    public AttestationCaseStatus Status { get; private set; }

    /// <summary>When the candidate handed it in (UTC).</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Commission that decides; set when it is accepted.</summary>
    public Guid? CommissionId { get; private set; }

    /// <summary>Percent of the knowledge test, 0 to 100; null until recorded.</summary>
    public int? TestPercent { get; private set; }

    /// <summary>Day of the knowledge test.</summary>
    public DateOnly? TestOn { get; private set; }

    /// <summary>Points of the sheet as agreed by the commission, a criterion each.</summary>
    public IReadOnlyCollection<CriterionScore> Scores => scores;

    /// <summary>Votes, one a member.</summary>
    public IReadOnlyCollection<CaseVote> Votes => votes;

    /// <summary>The candidate hands the case in.</summary>
    public Error? Submit(DateTime at)
    {
        var error = Move(AttestationCaseStatus.Submitted);
        SubmittedAt = error is null ? at : SubmittedAt;
        return error;
    }

    /// <summary>The candidate takes the case back, before the vote.</summary>
    public Error? Withdraw() => Move(AttestationCaseStatus.Withdrawn);

    /// <summary>The secretary accepts the case for a commission.</summary>
    public Error? Accept(Guid commissionId)
    {
        var error = Move(AttestationCaseStatus.UnderReview);
        CommissionId = error is null ? commissionId : CommissionId;
        return error;
    }

    /// <summary>
    /// The secretary records the knowledge test and the points while the case is under review. A criterion left out
    /// has none.
    /// </summary>
    public Error? Record(int? testPercent, DateOnly? testOn, IReadOnlyDictionary<string, int> points)
    {
        if (Status != AttestationCaseStatus.UnderReview)
        {
            return new StepNotAllowed(Status.ToString(), Status.ToString());
        }

        TestPercent = testPercent;
        TestOn = testOn;
        foreach (var score in scores.Where(s => !points.ContainsKey(s.Criterion)))
        {
            score.Points = 0;
        }

        foreach (var (criterion, value) in points)
        {
            var score = scores.Find(s => s.Criterion == criterion);
            if (score is null)
            {
                score = new CriterionScore { CaseId = Id, Criterion = criterion };
                scores.Add(score);
            }

            score.Points = value;
        }

        return null;
    }

    /// <summary>The secretary puts the case to the vote.</summary>
    public Error? OpenVoting() => Move(AttestationCaseStatus.Voting);

    /// <summary>A member votes, once; the vote never changes.</summary>
    public Error? Vote(Guid memberId, bool conforms, string reason, DateTime at)
    {
        if (Status != AttestationCaseStatus.Voting)
        {
            return new StepNotAllowed(Status.ToString(), nameof(AttestationCaseStatus.Voting));
        }

        if (votes.Exists(v => v.MemberId == memberId))
        {
            return new AlreadyVoted();
        }

        votes.Add(new CaseVote { CaseId = Id, MemberId = memberId, Conforms = conforms, Reason = reason, CastAt = at });
        return null;
    }

    /// <summary>The decision is taken; the protocol holds it.</summary>
    public Error? Decide() => Move(AttestationCaseStatus.Decided);

    private StepNotAllowed? Move(AttestationCaseStatus to)
    {
        var error = AttestationCaseStates.Table.Check(Status, to);
        Status = error is null ? to : Status;
        return error;
    }
}

/// <summary>The member has voted on this case; a vote does not change.</summary>
public sealed record AlreadyVoted() : Error("already_voted", ErrorKind.Conflict);

/// <summary>Points for one criterion of the sheet.</summary>
public sealed class CriterionScore : Entity
{
    /// <summary>Case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Criterion as numbered in the order, for example <c>3.2</c>.</summary>
    public required string Criterion { get; init; }

    /// <summary>Points, 0 or more.</summary>
    public int Points { get; internal set; }
}

/// <summary>One member's vote.</summary>
public sealed class CaseVote : Entity
{
    /// <summary>Case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The person who voted, a member of the commission.</summary>
    public Guid MemberId { get; init; }

    /// <summary>Conforms to the claimed category, or does not.</summary>
    public bool Conforms { get; init; }

    /// <summary>Reason; needed for "does not conform".</summary>
    public required string Reason { get; init; }

    /// <summary>When it was cast (UTC).</summary>
    public DateTime CastAt { get; init; }
}
