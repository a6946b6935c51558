using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// A round of the secret ballot by which the members elect their chair (order 83, paragraph 21): who has voted is kept apart from
/// how many votes each has, so that nobody can find out who voted for whom, the database included.
/// </summary>
public sealed class ChairBallot : Aggregate
{
    private readonly List<BallotMark> marks = [];
    private readonly List<BallotTally> tallies = [];

    /// <summary>Commission.</summary>
    public required Guid CommissionId { get; init; }

    /// <summary>Round, from 1; another follows a tie.</summary>
    public required int Round { get; init; }

    /// <summary>When it was opened (UTC).</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>When it was closed (UTC); null while it runs.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Whom it elected; null while it runs and after a tie.</summary>
    public Guid? ElectedId { get; private set; }

    /// <summary>Who has voted.</summary>
    public IReadOnlyCollection<BallotMark> Marks => marks;

    /// <summary>How many votes each has; shown once it is closed.</summary>
    public IReadOnlyCollection<BallotTally> Tallies => tallies;

    /// <summary>
    /// A round in which these may be elected. Their counts stand from the beginning: one made with the first vote would tell by its
    /// time who cast it.
    /// </summary>
    public static ChairBallot Open(Guid commissionId, int round, IEnumerable<Guid> candidates, DateTime at)
    {
        var ballot = new ChairBallot { CommissionId = commissionId, Round = round, OpenedAt = at };
        ballot.tallies.AddRange(candidates.Select(id => new BallotTally { BallotId = ballot.Id, CandidateId = id }));
        return ballot;
    }

    /// <summary>A member votes, once.</summary>
    public Error? Cast(Guid voterId, Guid candidateId)
    {
        if (ClosedAt is not null)
        {
            return new BallotIsClosed();
        }

        if (marks.Exists(m => m.VoterId == voterId))
        {
            return new AlreadyVoted();
        }

        if (tallies.Find(t => t.CandidateId == candidateId) is not { } tally)
        {
            return new ChairNotOneOfTheMembers();
        }

        marks.Add(new BallotMark { BallotId = Id, VoterId = voterId });
        tally.Votes++;
        return null;
    }

    /// <summary>Closes the round: whoever has the most votes is elected, nobody where two have as many.</summary>
    /// <param name="needed">Least number of members who have to have voted.</param>
    /// <param name="at">Now.</param>
    public Error? Close(int needed, DateTime at)
    {
        if (ClosedAt is not null)
        {
            return new BallotIsClosed();
        }

        if (marks.Count < needed)
        {
            return new QuorumNotReached(marks.Count, needed);
        }

        var most = tallies.Max(t => t.Votes);
        var first = tallies.Where(t => t.Votes == most).ToList();
        ClosedAt = at;
        ElectedId = first is [var one] ? one.CandidateId : null;
        return null;
    }
}

/// <summary>
/// Who may be elected again (order 83, paragraph 21): a chair not more than once in a row after the first term, so that
/// nobody chairs three commissions of an organisation one after another.
/// </summary>
public static class ChairTerms
{
    /// <summary>Most terms in a row.</summary>
    public const int MostInARow = 2;

    /// <summary>Whether somebody may be elected.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="formerChairs">Chairs of the commissions of the organisation before, the latest first; null where one had none.</param>
    public static bool Allow(Guid personId, IEnumerable<Guid?> formerChairs) => formerChairs.TakeWhile(c => c == personId).Count() < MostInARow;
}

/// <summary>The round of the ballot is closed.</summary>
public sealed record BallotIsClosed() : Error("ballot_is_closed", ErrorKind.Conflict);

/// <summary>That a member has voted; for whom is written nowhere.</summary>
public sealed class BallotMark : Entity
{
    /// <summary>Ballot.</summary>
    public Guid BallotId { get; init; }

    /// <summary>Member.</summary>
    public Guid VoterId { get; init; }
}

/// <summary>How many votes somebody has. Not audited: beside the mark of the voter it would tell who voted for whom.</summary>
public sealed class BallotTally : Entity, INotAudited
{
    /// <summary>Ballot.</summary>
    public Guid BallotId { get; init; }

    /// <summary>For whom.</summary>
    public Guid CandidateId { get; init; }

    /// <summary>Votes.</summary>
    public int Votes { get; internal set; }
}
