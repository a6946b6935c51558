using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// The outcome of a vote (order 83, paragraphs 21 and 22): an odd commission of at least seven with a chair among its
/// members and a secretary who is none, two thirds of them voting, a majority of the votes, the chair's vote in a tie.
/// </summary>
/// <param name="Members">Members of the commission.</param>
/// <param name="For">Votes "conforms".</param>
/// <param name="Against">Votes "does not conform".</param>
/// <param name="ChairDecided">Whether the chair's vote decided a tie.</param>
/// <param name="Conforms">Conforms to the claimed category, or does not.</param>
/// <param name="Lower">Where it does not conform: whether a category below the present one is given, or the present one is kept.</param>
public sealed record CommissionDecision(int Members, int For, int Against, bool ChairDecided, bool Conforms, bool Lower = false)
{
    /// <summary>Counts the votes of a commission on one case.</summary>
    /// <param name="rules">Numbers of the edition.</param>
    /// <param name="commission">Commission.</param>
    /// <param name="votes">Votes on the case.</param>
    public static Result<CommissionDecision> Take(CommissionRules rules, Commission commission, IEnumerable<CaseVote> votes)
    {
        var cast = votes.ToList();
        var serving = commission.Serving.ToList();
        var chairs = serving.Where(m => m.IsChair).Select(m => m.PersonId).ToList();
        var taken = Take(rules, [.. serving.Select(m => m.PersonId)], chairs, commission.SecretaryId, [.. cast.Select(v => (v.MemberId, v.Conforms))]);
        return taken.IsOk && !taken.Value.Conforms ? taken.Value with { Lower = GivesLower(cast, chairs.Single()) } : taken;
    }

    /// <summary>
    /// Whether those against want a category below the present one: by their majority, the chair's vote in a tie. Where the chair
    /// voted otherwise a tie keeps the present category; the order does not say, and nothing is taken away without a majority.
    /// </summary>
    /// <param name="votes">Votes on the case.</param>
    /// <param name="chair">Chair.</param>
    public static bool GivesLower(IReadOnlyCollection<CaseVote> votes, Guid chair)
    {
        var against = votes.Where(v => !v.Conforms).ToList();
        var lower = against.Count(v => v.Lower);
        return lower * 2 == against.Count ? against.Exists(v => v.MemberId == chair && v.Lower) : lower * 2 > against.Count;
    }

    /// <summary>Counts votes.</summary>
    /// <param name="rules">Numbers of the edition.</param>
    /// <param name="members">Members.</param>
    /// <param name="chairs">Chair: exactly one of the members.</param>
    /// <param name="secretaryId">Secretary.</param>
    /// <param name="votes">Votes, one a member at most.</param>
    /// <returns>
    /// The decision, or the first error of the composition (<see cref="CheckComposition"/>), <see cref="VoterNotAMember"/>,
    /// <see cref="AlreadyVoted"/>, <see cref="QuorumNotReached"/>, <see cref="ChairHasNotVoted"/>.
    /// </returns>
    public static Result<CommissionDecision> Take(
        CommissionRules rules,
        IReadOnlyCollection<Guid> members,
        IReadOnlyCollection<Guid> chairs,
        Guid secretaryId,
        IReadOnlyCollection<(Guid MemberId, bool Conforms)> votes)
    {
        if (CheckComposition(rules, members, chairs, secretaryId) is { } wrong)
        {
            return wrong;
        }

        if (votes.Any(v => !members.Contains(v.MemberId)))
        {
            return new VoterNotAMember();
        }

        if (votes.DistinctBy(v => v.MemberId).Count() != votes.Count)
        {
            return new AlreadyVoted();
        }

        var needed = rules.Quorum(members.Count);
        if (votes.Count < needed)
        {
            return new QuorumNotReached(votes.Count, needed);
        }

        var conforming = votes.Count(v => v.Conforms);
        var against = votes.Count - conforming;
        if (conforming != against)
        {
            return new CommissionDecision(members.Count, conforming, against, false, conforming > against);
        }

        var chairsVotes = votes.Where(v => v.MemberId == chairs.Single()).ToList();
        return chairsVotes is [var vote]
            ? new CommissionDecision(members.Count, conforming, against, true, vote.Conforms)
            : new ChairHasNotVoted();
    }

    /// <summary>Null when a commission of these people may decide, else what is wrong with it.</summary>
    /// <param name="rules">Numbers of the edition.</param>
    /// <param name="members">Members.</param>
    /// <param name="chairs">Chair: exactly one of the members.</param>
    /// <param name="secretaryId">Secretary.</param>
    public static Error? CheckComposition(
        CommissionRules rules, IReadOnlyCollection<Guid> members, IReadOnlyCollection<Guid> chairs, Guid secretaryId)
    {
        if (CheckMembers(rules, members, secretaryId) is { } wrong)
        {
            return wrong;
        }

        return chairs.Count == 1 && members.Contains(chairs.Single()) ? null : new ChairNotOneOfTheMembers();
    }

    /// <summary>Null when these people may be members, the chair still to be elected, else what is wrong.</summary>
    /// <param name="rules">Numbers of the edition.</param>
    /// <param name="members">Members.</param>
    /// <param name="secretaryId">Secretary.</param>
    public static Error? CheckMembers(CommissionRules rules, IReadOnlyCollection<Guid> members, Guid secretaryId)
    {
        if (members.Distinct().Count() != members.Count)
        {
            return new MemberNamedTwice();
        }

        if (members.Count < rules.MinMembers)
        {
            return new CommissionTooSmall(members.Count, rules.MinMembers);
        }

        if (members.Count % 2 == 0)
        {
            return new CommissionNotOdd(members.Count);
        }

        return members.Contains(secretaryId) ? new SecretaryIsAMember() : null;
    }
}

/// <summary>A person stands among the members more than once.</summary>
public sealed record MemberNamedTwice() : Error("member_named_twice", ErrorKind.Invalid);

/// <summary>The commission has too few members.</summary>
/// <param name="Members">Members.</param>
/// <param name="Needed">Least number.</param>
public sealed record CommissionTooSmall(int Members, int Needed) : Error("commission_too_small", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Members, Needed];
}

/// <summary>The number of members is even.</summary>
/// <param name="Members">Members.</param>
public sealed record CommissionNotOdd(int Members) : Error("commission_not_odd", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Members];
}

/// <summary>The secretary prepares the cases and has no vote, so may not be a member.</summary>
public sealed record SecretaryIsAMember() : Error("secretary_is_a_member", ErrorKind.Conflict);

/// <summary>There is no chair, more than one, or one who is no member.</summary>
public sealed record ChairNotOneOfTheMembers() : Error("chair_not_one_of_the_members", ErrorKind.Conflict);

/// <summary>Somebody voted who is no member; members are not substituted.</summary>
public sealed record VoterNotAMember() : Error("voter_not_a_member", ErrorKind.Forbidden);

/// <summary>Too few members voted for a valid sitting.</summary>
/// <param name="Present">Members who voted.</param>
/// <param name="Needed">Least number.</param>
public sealed record QuorumNotReached(int Present, int Needed) : Error("quorum_not_reached", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Present, Needed];
}

/// <summary>The votes are equal and the chair, whose vote would decide, has not voted.</summary>
public sealed record ChairHasNotVoted() : Error("chair_has_not_voted", ErrorKind.Conflict);
