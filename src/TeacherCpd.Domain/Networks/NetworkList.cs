using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Domain.Networks;

/// <summary>Where the yearly list of a region is.</summary>
public enum NetworkListStatus
{
    /// <summary>It is being written.</summary>
    Draft,

    /// <summary>Approved by an order or letter; it says who leads whom in its year.</summary>
    Approved,

    /// <summary>It holds no more: withdrawn with a reason, or a later list of the year took its place.</summary>
    Withdrawn,
}

/// <summary>Which state of a list may follow which.</summary>
public static class NetworkListStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<NetworkListStatus> Table = new(
        (NetworkListStatus.Draft, [NetworkListStatus.Approved, NetworkListStatus.Withdrawn]),
        (NetworkListStatus.Approved, [NetworkListStatus.Withdrawn]));
}

/// <summary>
/// The leading schools of a region and their partner schools in one school year (2022 report, L3840 to L3993). The education department of the
/// region approves it each year, as a whole; what changes within the year is another list that takes its place.
/// </summary>
public sealed class NetworkList : Aggregate
{
    /// <summary>Longest number of an order or letter, in characters.</summary>
    public const int OrderLength = 100;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    private readonly List<LeadingSchool> schools = [];

    /// <summary>Region whose department approves it.</summary>
    public required Guid RegionId { get; init; }

    /// <summary>Calendar year in which the school year begins: 2025 for 2025/26.</summary>
    public required int YearStart { get; init; }

    /// <summary>Who began it.</summary>
    public required Guid MadeById { get; init; }

    /// <summary>When it was begun (UTC).</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>State.</summary>
    public NetworkListStatus Status { get; private set; }

    /// <summary>Number of the order or letter that approves it; null before.</summary>
    public string? OrderNumber { get; private set; }

    /// <summary>Day of that order or letter; null before.</summary>
    public DateOnly? OrderedOn { get; private set; }

    /// <summary>When it was approved (UTC); null before.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>When it was withdrawn (UTC); null before.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Why it was withdrawn; null where it is not, or where another took its place.</summary>
    public string? WithdrawnWhy { get; private set; }

    /// <summary>The later list of the year that took its place; null for none.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>Leading schools, each with its partners.</summary>
    public IReadOnlyCollection<LeadingSchool> Schools => schools;

    /// <summary>Its school year.</summary>
    public PlanYear Year => new(PlanYearKind.School, YearStart);

    /// <summary>A school leads; one that leads already stays once.</summary>
    /// <param name="id">Id that the form carries.</param>
    /// <param name="schoolId">School.</param>
    public Error? Lead(Guid id, Guid schoolId)
    {
        if (Closed() is { } closed)
        {
            return closed;
        }

        if (!schools.Exists(s => s.SchoolId == schoolId))
        {
            schools.Add(new LeadingSchool { Id = id, ListId = Id, SchoolId = schoolId });
        }

        return null;
    }

    /// <summary>A school leads no more, and has no partners.</summary>
    /// <param name="leadingId">Its entry.</param>
    public Error? LeadNoMore(Guid leadingId) =>
        Closed() is { } closed ? closed : schools.RemoveAll(s => s.Id == leadingId) == 0 ? new NotFound() : null;

    /// <summary>A school becomes a partner of a leading one; to say it twice changes nothing.</summary>
    /// <param name="leadingId">Entry of the leading school.</param>
    /// <param name="schoolId">Partner.</param>
    public Error? Join(Guid leadingId, Guid schoolId) =>
        Closed() is { } closed ? closed : schools.Find(s => s.Id == leadingId) is { } leading ? leading.Join(schoolId) : new NotFound();

    /// <summary>A school is no partner any more.</summary>
    /// <param name="leadingId">Entry of the leading school.</param>
    /// <param name="schoolId">Partner.</param>
    public Error? Leave(Guid leadingId, Guid schoolId) =>
        Closed() is { } closed ? closed : schools.Find(s => s.Id == leadingId)?.Leave(schoolId) == true ? null : new NotFound();

    /// <summary>Takes over the schools of another list, such as that of the year before; those that it has already stay as they are.</summary>
    /// <param name="other">The other list, with its schools.</param>
    public Error? TakeOver(NetworkList other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Closed() is { } closed)
        {
            return closed;
        }

        foreach (var leading in other.schools.Where(o => !schools.Exists(s => s.SchoolId == o.SchoolId)))
        {
            var own = new LeadingSchool { ListId = Id, SchoolId = leading.SchoolId };
            foreach (var partner in leading.Partners)
            {
                own.Join(partner.SchoolId);
            }

            schools.Add(own);
        }

        return null;
    }

    /// <summary>The department approves it.</summary>
    /// <param name="orderNumber">Number of its order or letter.</param>
    /// <param name="orderedOn">Day of it.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Approve(string orderNumber, DateOnly orderedOn, DateTime at)
    {
        if (NetworkListStates.Table.Check(Status, NetworkListStatus.Approved) is { } refused)
        {
            return refused;
        }

        if (schools.Count == 0)
        {
            return new NetworkListEmpty();
        }

        (Status, OrderNumber, OrderedOn, ApprovedAt) = (NetworkListStatus.Approved, orderNumber, orderedOn, at);
        return null;
    }

    /// <summary>It is withdrawn.</summary>
    /// <param name="why">Reason.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? Withdraw(string why, DateTime at)
    {
        if (NetworkListStates.Table.Check(Status, NetworkListStatus.Withdrawn) is { } refused)
        {
            return refused;
        }

        (Status, WithdrawnWhy, WithdrawnAt) = (NetworkListStatus.Withdrawn, why, at);
        return null;
    }

    /// <summary>A later list of the same region and year was approved and takes its place.</summary>
    /// <param name="laterId">The later list.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? GiveWayTo(Guid laterId, DateTime at)
    {
        if (NetworkListStates.Table.Check(Status, NetworkListStatus.Withdrawn) is { } refused)
        {
            return refused;
        }

        (Status, ReplacedById, WithdrawnAt) = (NetworkListStatus.Withdrawn, laterId, at);
        return null;
    }

    private NetworkListClosed? Closed() => Status == NetworkListStatus.Draft ? null : new NetworkListClosed();
}

/// <summary>A school that leads others in one year.</summary>
public sealed class LeadingSchool : Entity
{
    private readonly List<PartnerSchool> partners = [];

    /// <summary>List.</summary>
    public Guid ListId { get; init; }

    /// <summary>School.</summary>
    public Guid SchoolId { get; init; }

    /// <summary>Schools that it leads.</summary>
    public IReadOnlyCollection<PartnerSchool> Partners => partners;

    internal OwnPartner? Join(Guid schoolId)
    {
        if (schoolId == SchoolId)
        {
            return new OwnPartner();
        }

        if (!partners.Exists(p => p.SchoolId == schoolId))
        {
            partners.Add(new PartnerSchool { LeadingId = Id, SchoolId = schoolId });
        }

        return null;
    }

    internal bool Leave(Guid schoolId) => partners.RemoveAll(p => p.SchoolId == schoolId) > 0;
}

/// <summary>A school that is led by another in one year.</summary>
public sealed class PartnerSchool : Entity
{
    /// <summary>Entry of the leading school.</summary>
    public Guid LeadingId { get; init; }

    /// <summary>School.</summary>
    public Guid SchoolId { get; init; }
}

/// <summary>Only a draft is written in.</summary>
public sealed record NetworkListClosed() : Error("network_list_closed", ErrorKind.Conflict);

/// <summary>A list without schools is not approved.</summary>
public sealed record NetworkListEmpty() : Error("network_list_empty", ErrorKind.Conflict);

/// <summary>No school is its own partner.</summary>
public sealed record OwnPartner() : Error("own_partner", ErrorKind.Invalid);

/// <summary>A region has one draft of a year at a time.</summary>
public sealed record NetworkDraftExists() : Error("network_draft_exists", ErrorKind.Conflict);
