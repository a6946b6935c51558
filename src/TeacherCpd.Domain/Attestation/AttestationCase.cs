using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>One person's case for one category, under the edition of the rules in force when it was opened.</summary>
public sealed class AttestationCase : Aggregate
{
    /// <summary>Longest words of a refusal, in characters.</summary>
    public const int WordsLength = 2000;

    private readonly List<CriterionScore> scores = [];
    private readonly List<CaseVote> votes = [];
    private readonly List<CaseRecusal> recusals = [];
    private readonly List<CaseEvidence> evidence = [];
    private readonly List<CriterionClaim> claims = [];

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

    /// <summary>Cycle that it was handed in to; null where nobody planned one.</summary>
    public Guid? CycleId { get; private set; }

    /// <summary>Whether it was handed in after the applications of its cycle had ended: a commission then gives one category lower for a year (order 83, paragraph 46).</summary>
    public bool AppliedLate { get; private set; }

    /// <summary>Why the application was refused; null when it was not.</summary>
    public ApplicationRefusal? RefusalGround { get; private set; }

    /// <summary>Which documents or data that was about; empty when it was not refused.</summary>
    public string RefusalWords { get; private set; } = "";

    /// <summary>Commission that decides; set when it is accepted.</summary>
    public Guid? CommissionId { get; private set; }

    /// <summary>Percent of the knowledge test, 0 to 100; null until recorded.</summary>
    public int? TestPercent { get; private set; }

    /// <summary>Day of the knowledge test.</summary>
    public DateOnly? TestOn { get; private set; }

    /// <summary>Points of the sheet as agreed by the commission, a criterion each.</summary>
    public IReadOnlyCollection<CriterionScore> Scores => scores;

    /// <summary>Votes, one a member; also those of a commission that had the case before.</summary>
    public IReadOnlyCollection<CaseVote> Votes => votes;

    /// <summary>Votes of the commission that has the case: only they are counted.</summary>
    public IEnumerable<CaseVote> CountedVotes => votes.Where(v => v.CommissionId == CommissionId);

    /// <summary>Members who have no part in the case.</summary>
    public IReadOnlyCollection<CaseRecusal> Recusals => recusals;

    /// <summary>Evidence put to criteria.</summary>
    public IReadOnlyCollection<CaseEvidence> Evidence => evidence;

    /// <summary>Points that the candidate claims, a criterion each.</summary>
    public IReadOnlyCollection<CriterionClaim> Claims => claims;

    /// <summary>Whether the evidence may still be changed: until the review begins.</summary>
    public bool EvidenceIsOpen => Status is AttestationCaseStatus.Open or AttestationCaseStatus.Submitted;

    /// <summary>The candidate puts an item to a criterion. Putting it there again changes nothing.</summary>
    /// <param name="item">Item of the candidate.</param>
    /// <param name="criterion">Criterion of the candidate's sheet.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? PutEvidence(EvidenceItem item, string criterion, DateTime at)
    {
        if (!EvidenceIsOpen)
        {
            return new EvidenceFrozen();
        }

        if (item.ConsentedAt is null)
        {
            return new EvidenceWithoutConsent();
        }

        if (evidence.Find(e => e.IsSameAs(item)) is { } there)
        {
            return there.ItemId == item.Id && there.Criterion == criterion ? null : new EvidenceCountsOnce(there.Criterion);
        }

        evidence.Add(CaseEvidence.Of(Id, item, criterion, at));
        return null;
    }

    /// <summary>The candidate takes an item out; a claim that nothing shows any more goes with it.</summary>
    public Error? TakeEvidenceOut(Guid itemId)
    {
        if (!EvidenceIsOpen)
        {
            return new EvidenceFrozen();
        }

        evidence.RemoveAll(e => e.ItemId == itemId);
        claims.RemoveAll(c => evidence.TrueForAll(e => e.Criterion != c.Criterion));
        return null;
    }

    /// <summary>The item has another file now; what is under review keeps the one before.</summary>
    public void FollowEvidence(EvidenceItem item)
    {
        if (EvidenceIsOpen)
        {
            evidence.Find(e => e.ItemId == item.Id)?.Follow(item);
        }
    }

    /// <summary>The candidate claims points; a criterion left out or with 0 claims none.</summary>
    /// <param name="points">Points by criterion of the candidate's sheet.</param>
    public Error? Claim(IReadOnlyDictionary<string, int> points)
    {
        if (!EvidenceIsOpen)
        {
            return new EvidenceFrozen();
        }

        var claimed = points.Where(p => p.Value > 0).OrderBy(p => p.Key, StringComparer.Ordinal).ToList();
        if (claimed.Select(p => p.Key).FirstOrDefault(c => evidence.TrueForAll(e => e.Criterion != c)) is { } unshown)
        {
            return new ClaimWithoutEvidence(unshown);
        }

        claims.RemoveAll(c => points.GetValueOrDefault(c.Criterion) <= 0);
        foreach (var (criterion, value) in claimed)
        {
            var claim = claims.Find(c => c.Criterion == criterion);
            if (claim is null)
            {
                claim = new CriterionClaim { CaseId = Id, Criterion = criterion };
                claims.Add(claim);
            }

            claim.Points = value;
        }

        return null;
    }

    /// <summary>Criteria for which points differ from what the candidate claims: each needs a reason. What nothing is claimed for needs none.</summary>
    public IReadOnlyList<string> ClaimsChangedBy(IReadOnlyDictionary<string, int> points) =>
        [.. claims.Where(c => points.GetValueOrDefault(c.Criterion) != c.Points).Select(c => c.Criterion).Order(StringComparer.Ordinal)];

    /// <summary>The candidate hands the case in.</summary>
    /// <param name="at">Now.</param>
    /// <param name="cycle">Cycle that it is handed in to; null for none.</param>
    public Error? Submit(DateTime at, AttestationCycle? cycle = null)
    {
        var error = Move(AttestationCaseStatus.Submitted);
        if (error is null)
        {
            (SubmittedAt, CycleId, AppliedLate) = (at, cycle?.Id, cycle is { Stage: > CycleStage.ApplicationsOpen });
        }

        return error;
    }

    /// <summary>The secretary refuses the application.</summary>
    public Error? Refuse(ApplicationRefusal ground, string words)
    {
        var error = Move(AttestationCaseStatus.Refused);
        if (error is null)
        {
            (RefusalGround, RefusalWords) = (ground, words);
        }

        return error;
    }

    /// <summary>The candidate takes the case back, before the vote.</summary>
    public Error? Withdraw() => Move(AttestationCaseStatus.Withdrawn);

    /// <summary>The secretary accepts the case for a commission.</summary>
    public Error? Accept(Guid commissionId)
    {
        // a case at the vote comes back to the review by another way: it is passed on
        var error = Status == AttestationCaseStatus.Submitted
            ? Move(AttestationCaseStatus.UnderReview)
            : new StepNotAllowed(Status.ToString(), nameof(AttestationCaseStatus.UnderReview));
        CommissionId = error is null ? commissionId : CommissionId;
        return error;
    }

    /// <summary>
    /// The secretary records the knowledge test and the points while the case is under review. A criterion left out
    /// has none.
    /// </summary>
    /// <param name="testPercent">Percent of the test; null for none.</param>
    /// <param name="testOn">Its day.</param>
    /// <param name="points">Points by criterion.</param>
    /// <param name="mark">Who marks, when, and why a claim is changed; null for records that come from elsewhere.</param>
    public Error? Record(int? testPercent, DateOnly? testOn, IReadOnlyDictionary<string, int> points, SheetMark? mark = null)
    {
        if (Status != AttestationCaseStatus.UnderReview)
        {
            return new StepNotAllowed(Status.ToString(), Status.ToString());
        }

        TestPercent = testPercent;
        TestOn = testOn;
        foreach (var score in scores.Where(s => !points.ContainsKey(s.Criterion)))
        {
            score.Set(0, mark);
        }

        foreach (var (criterion, value) in points)
        {
            var score = scores.Find(s => s.Criterion == criterion);
            if (score is null)
            {
                score = new CriterionScore { CaseId = Id, Criterion = criterion };
                scores.Add(score);
            }

            score.Set(value, mark);
        }

        return null;
    }

    /// <summary>The secretary puts the case to the vote.</summary>
    public Error? OpenVoting() => Move(AttestationCaseStatus.Voting);

    /// <summary>
    /// The case goes to another commission, since the powers of the present one end. What was at the vote is put to it anew: votes
    /// of the one before are kept and not counted.
    /// </summary>
    public Error? PassOn(Guid commissionId)
    {
        var error = Status == AttestationCaseStatus.UnderReview ? null : Move(AttestationCaseStatus.UnderReview);
        CommissionId = error is null ? commissionId : CommissionId;
        return error;
    }

    /// <summary>A member has no part in the case. The first reason stays; a vote that was cast stands, so a recusal has to come before it.</summary>
    public Error? Recuse(Guid memberId, RecusalReason reason, string words, DateTime at)
    {
        if (recusals.Exists(r => r.MemberId == memberId))
        {
            return null;
        }

        if (CountedVotes.Any(v => v.MemberId == memberId))
        {
            return new AlreadyVoted();
        }

        recusals.Add(new CaseRecusal { CaseId = Id, MemberId = memberId, Reason = reason, Words = words, At = at });
        return null;
    }

    /// <summary>A member votes, once; the vote never changes.</summary>
    /// <param name="memberId">Member.</param>
    /// <param name="conforms">Conforms to the claimed category, or does not.</param>
    /// <param name="reason">Reason; empty for none.</param>
    /// <param name="at">Now.</param>
    /// <param name="lower">Where it does not conform: whether a category below the present one is to be given, or the present one is kept.</param>
    /// <param name="sittingId">Sitting at which the member votes.</param>
    public Error? Vote(Guid memberId, bool conforms, string reason, DateTime at, bool lower = false, Guid? sittingId = null)
    {
        if (Status != AttestationCaseStatus.Voting)
        {
            return new StepNotAllowed(Status.ToString(), nameof(AttestationCaseStatus.Voting));
        }

        if (recusals.Exists(r => r.MemberId == memberId))
        {
            return new MemberRecused();
        }

        if (CountedVotes.Any(v => v.MemberId == memberId))
        {
            return new AlreadyVoted();
        }

        votes.Add(new CaseVote
        {
            CaseId = Id,
            CommissionId = CommissionId,
            SittingId = sittingId,
            MemberId = memberId,
            Conforms = conforms,
            Lower = lower && !conforms,
            Reason = reason,
            CastAt = at,
        });
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

/// <summary>Grounds on which an application is refused (order 83, appendix 1).</summary>
public enum ApplicationRefusal
{
    /// <summary>Documents or data are false.</summary>
    FalseDocuments,

    /// <summary>Documents or data do not fit the requirements.</summary>
    DataDoNotFit,

    /// <summary>There is no consent to restricted personal data.</summary>
    NoConsent,
}

/// <summary>The member has voted on this case; a vote does not change.</summary>
public sealed record AlreadyVoted() : Error("already_voted", ErrorKind.Conflict);

/// <summary>The member has no part in the case.</summary>
public sealed record MemberRecused() : Error("member_recused", ErrorKind.Forbidden);

/// <summary>Points for one criterion of the sheet.</summary>
public sealed class CriterionScore : Entity
{
    /// <summary>Case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Criterion as numbered in the order, for example <c>3.2</c>.</summary>
    public required string Criterion { get; init; }

    /// <summary>Points, 0 or more.</summary>
    public int Points { get; private set; }

    /// <summary>Who marked them; null where that is not known.</summary>
    public Guid? MarkedBy { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTime? MarkedAt { get; private set; }

    /// <summary>Why they differ from what the candidate claims; empty where nothing is said.</summary>
    public string Reason { get; private set; } = "";

    internal void Set(int points, SheetMark? mark)
    {
        var reason = mark?.Reasons.GetValueOrDefault(Criterion) ?? "";

        // whoever saves the sheet again marks only what becomes another
        if (MarkedAt is null || points != Points || reason != Reason)
        {
            (Points, MarkedBy, MarkedAt, Reason) = (points, mark?.By, mark?.At, reason);
        }
    }
}

/// <summary>Who marks a sheet.</summary>
/// <param name="By">Person.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Reasons">By criterion, why the points differ from what the candidate claims.</param>
public sealed record SheetMark(Guid By, DateTime At, IReadOnlyDictionary<string, string> Reasons)
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonMaxLength = 1000;
}

/// <summary>One member's vote.</summary>
public sealed class CaseVote : Entity
{
    /// <summary>Case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Commission as whose member the person voted.</summary>
    public Guid? CommissionId { get; init; }

    /// <summary>Sitting at which the vote was cast; null for votes from before sittings were kept.</summary>
    public Guid? SittingId { get; init; }

    /// <summary>The person who voted, a member of the commission.</summary>
    public Guid MemberId { get; init; }

    /// <summary>Conforms to the claimed category, or does not.</summary>
    public bool Conforms { get; init; }

    /// <summary>Where it does not conform: whether a category below the present one is to be given (order 83, paragraph 24).</summary>
    public bool Lower { get; init; }

    /// <summary>Reason; needed for "does not conform".</summary>
    public required string Reason { get; init; }

    /// <summary>When it was cast (UTC).</summary>
    public DateTime CastAt { get; init; }
}
