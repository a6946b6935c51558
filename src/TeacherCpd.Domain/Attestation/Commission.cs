using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// A commission for one year: members, one of them the chair whom they elect, and a secretary without a vote. Only members who
/// accepted serve: they make the composition that quorum and majority are counted by.
/// </summary>
public sealed class Commission : Aggregate
{
    /// <summary>Longest number of an order, in characters.</summary>
    public const int OrderNumberLength = 60;

    private readonly List<CommissionMember> members = [];
    private DateOnly validTo;

    /// <summary>Organisation whose commission it is; its level follows from the kind.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Number of the order that approved its composition; null where it is not known.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>Day of that order; null where it is not known.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>First day of its powers.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>Last day of its powers: one year, unless they were ended early.</summary>
    public required DateOnly ValidTo
    {
        get => validTo;
        init => validTo = value;
    }

    /// <summary>Secretary, not a member.</summary>
    public required Guid SecretaryId { get; init; }

    /// <summary>Everybody who was invited, also those who refused or were replaced.</summary>
    public IReadOnlyCollection<CommissionMember> Members => members;

    /// <summary>The members who serve: an odd number, at least seven, once all have accepted.</summary>
    public IEnumerable<CommissionMember> Serving => members.Where(m => m.Status == CommissionMemberStatus.Serving);

    /// <summary>Last day of the powers that begin on a day: they last one year.</summary>
    public static DateOnly LastDayOf(DateOnly from) => from.AddYears(1).AddDays(-1);

    /// <summary>Whether it has powers on a day.</summary>
    public bool HasPowersOn(DateOnly day) => ValidFrom <= day && validTo >= day;

    /// <summary>Ends the powers early. Days that are over stay as they were, and nothing is prolonged.</summary>
    public Error? End(DateOnly lastDay, DateOnly today)
    {
        if (lastDay < today || lastDay >= validTo)
        {
            return new CommissionEndOutOfTerm(today, validTo);
        }

        validTo = lastDay;
        return null;
    }

    /// <summary>Invites somebody to be a member, once.</summary>
    public Error? Invite(Guid personId, DateTime at)
    {
        if (members.Exists(m => m.PersonId == personId))
        {
            return new MemberNamedTwice();
        }

        members.Add(new CommissionMember { CommissionId = Id, PersonId = personId, InvitedAt = at });
        return null;
    }

    /// <summary>Somebody who was invited accepts, or refuses with a reason.</summary>
    public Error? Answer(Guid personId, bool accepts, string reason, DateTime at) =>
        members.Find(m => m.PersonId == personId) is { } member
            ? member.Move(accepts ? CommissionMemberStatus.Serving : CommissionMemberStatus.Refused, reason, at)
            : new NotFound();

    /// <summary>Puts another person in the place of a member, by an order; the other is invited. A chair who goes leaves the chair empty.</summary>
    public Error? Replace(Guid personId, Guid byPersonId, string ground, DateTime at)
    {
        if (members.Find(m => m.PersonId == personId) is not { } member)
        {
            return new NotFound();
        }

        return CommissionMemberStates.Table.Check(member.Status, CommissionMemberStatus.Replaced)
            ?? Invite(byPersonId, at)
            ?? member.Move(CommissionMemberStatus.Replaced, ground, at);
    }

    /// <summary>Makes a serving member the chair, whom the members elected.</summary>
    public Error? Elect(Guid personId)
    {
        if (!Serving.Any(m => m.PersonId == personId))
        {
            return new ChairNotOneOfTheMembers();
        }

        foreach (var member in members)
        {
            member.IsChair = member.PersonId == personId;
        }

        return null;
    }
}

/// <summary>
/// When commissions are created (order 83, paragraph 19): before 1 September of the school year. One created later may
/// work, and it is told that it came late.
/// </summary>
public static class CommissionCreation
{
    /// <summary>Paragraph of the order.</summary>
    public const string Paragraph = "19";

    // powers that begin in summer are those of the coming school year
    private const int FirstMonthOfComingYear = 6;

    /// <summary>The 1 September before which a commission had to be created, from the first day of its powers.</summary>
    public static DateOnly DueBefore(DateOnly validFrom) =>
        new(validFrom.Month >= FirstMonthOfComingYear ? validFrom.Year : validFrom.Year - 1, 9, 1);

    /// <summary>Whether an order came too late.</summary>
    public static bool IsLate(DateOnly orderedOn, DateOnly validFrom) => orderedOn >= DueBefore(validFrom);
}

/// <summary>Who of the pedagogues may be a member (order 83, paragraph 20): with at least seven years of work.</summary>
public static class MemberExperience
{
    /// <summary>Paragraph of the order.</summary>
    public const string Paragraph = "20";

    /// <summary>Least years of pedagogical work.</summary>
    public const int LeastYears = 7;

    /// <summary>Whether it is known that the years are too few. Where the record is not whole, whoever forms the commission answers for them.</summary>
    public static bool IsShort(decimal? years) => years < LeastYears;
}

/// <summary>The powers of a commission end on a day that is over, or no sooner than they would anyhow.</summary>
/// <param name="Today">First day that is possible.</param>
/// <param name="ValidTo">Day on which they end anyhow.</param>
public sealed record CommissionEndOutOfTerm(DateOnly Today, DateOnly ValidTo) : Error("commission_end_out_of_term", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Today, ValidTo];

    /// <inheritdoc/>
    public override string Field => "LastDay";
}

/// <summary>Where a person stands in a commission.</summary>
public enum CommissionMemberStatus
{
    /// <summary>Invited; has not answered.</summary>
    Invited,

    /// <summary>Accepted: votes and is counted.</summary>
    Serving,

    /// <summary>Refused; somebody else is to be invited in the place.</summary>
    Refused,

    /// <summary>Somebody else was put in the place.</summary>
    Replaced,
}

/// <summary>Which state of a member may follow which.</summary>
public static class CommissionMemberStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<CommissionMemberStatus> Table = new(
        (CommissionMemberStatus.Invited, [CommissionMemberStatus.Serving, CommissionMemberStatus.Refused, CommissionMemberStatus.Replaced]),
        (CommissionMemberStatus.Serving, [CommissionMemberStatus.Replaced]),
        (CommissionMemberStatus.Refused, [CommissionMemberStatus.Replaced]));
}

/// <summary>A person in a commission.</summary>
public sealed class CommissionMember : Entity
{
    /// <summary>Longest reason or ground, in characters.</summary>
    public const int WordsLength = 1000;

    /// <summary>Commission.</summary>
    public Guid CommissionId { get; init; }

    /// <summary>Person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>State.</summary>
    public CommissionMemberStatus Status { get; private set; }

    /// <summary>Whether the member is the chair.</summary>
    public bool IsChair { get; internal set; }

    /// <summary>When the person was invited (UTC).</summary>
    public DateTime InvitedAt { get; init; }

    /// <summary>When the person accepted or refused (UTC); null before.</summary>
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>When somebody else took the place (UTC); null while nobody did.</summary>
    public DateTime? ReplacedAt { get; private set; }

    /// <summary>Why the person refused, or by which order the person was replaced; empty for none.</summary>
    public string Words { get; private set; } = "";

    internal StepNotAllowed? Move(CommissionMemberStatus to, string words, DateTime at)
    {
        var error = CommissionMemberStates.Table.Check(Status, to);
        if (error is null)
        {
            (Status, Words) = (to, words.Length > 0 ? words : Words);
            AnsweredAt = to == CommissionMemberStatus.Replaced ? AnsweredAt : at;
            ReplacedAt = to == CommissionMemberStatus.Replaced ? at : null;
            IsChair &= to == CommissionMemberStatus.Serving;
        }

        return error;
    }
}
