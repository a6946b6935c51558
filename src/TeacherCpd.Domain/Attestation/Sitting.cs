using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Attestation;

/// <summary>Where a sitting of a commission is.</summary>
public enum SittingStatus
{
    /// <summary>Its day and agenda are set.</summary>
    Planned,

    /// <summary>It is held: who is present votes on the cases put to the vote.</summary>
    Open,

    /// <summary>It is over; its protocol stands.</summary>
    Closed,

    /// <summary>It was not held.</summary>
    Cancelled,
}

/// <summary>Which state of a sitting may follow which.</summary>
public static class SittingStates
{
    /// <summary>The table; everything not listed is refused.</summary>
    public static readonly Transitions<SittingStatus> Table = new(
        (SittingStatus.Planned, [SittingStatus.Open, SittingStatus.Cancelled]),
        (SittingStatus.Open, [SittingStatus.Closed]));
}

/// <summary>
/// A sitting of a commission: an agenda of cases and the members who are there. It is opened with a quorum (order 83, paragraph
/// 22), and while a quorum is not there nothing is put to the vote, voted on or decided.
/// </summary>
public sealed class Sitting : Aggregate
{
    /// <summary>Longest place or name of a recording, in characters.</summary>
    public const int WordsLength = 400;

    private readonly List<SittingItem> items = [];
    private readonly List<SittingPresence> presences = [];

    /// <summary>Commission.</summary>
    public required Guid CommissionId { get; init; }

    /// <summary>Day for which it is planned.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>Where it is held; null where that is not said.</summary>
    public string? Place { get; init; }

    /// <summary>State.</summary>
    public SittingStatus Status { get; private set; }

    /// <summary>Number of the sitting and its protocol, for example <c>OT-2026-000003</c>; null until it is opened.</summary>
    public string? Number { get; private set; }

    /// <summary>When it was opened (UTC); null before.</summary>
    public DateTime? OpenedAt { get; private set; }

    /// <summary>When it was closed (UTC); null before.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Where its audio or video recording is kept, for at least a year (order 83, paragraph 61); null until it is closed.</summary>
    public string? Recording { get; private set; }

    /// <summary>Cases of the agenda.</summary>
    public IReadOnlyCollection<SittingItem> Items => items;

    /// <summary>Who was there, and when.</summary>
    public IReadOnlyCollection<SittingPresence> Presences => presences;

    /// <summary>The members who are there now.</summary>
    public IReadOnlySet<Guid> PresentNow => presences.Where(p => p.LeftAt is null).Select(p => p.MemberId).ToHashSet();

    /// <summary>Puts a case on the agenda, once.</summary>
    public Error? Add(Guid caseId)
    {
        if (Status is not (SittingStatus.Planned or SittingStatus.Open))
        {
            return new StepNotAllowed(Status.ToString(), Status.ToString());
        }

        if (!items.Exists(i => i.CaseId == caseId))
        {
            items.Add(new SittingItem { SittingId = Id, CaseId = caseId, Place = items.Count == 0 ? 1 : items.Max(i => i.Place) + 1 });
        }

        return null;
    }

    /// <summary>Opens it with a quorum.</summary>
    /// <param name="number">Number of the sitting.</param>
    /// <param name="present">Members who are there.</param>
    /// <param name="needed">Least number of members.</param>
    /// <param name="at">Now.</param>
    public Error? Open(string number, IReadOnlyCollection<Guid> present, int needed, DateTime at)
    {
        if (SittingStates.Table.Check(Status, SittingStatus.Open) is { } refused)
        {
            return refused;
        }

        if (items.Count == 0)
        {
            return new AgendaIsEmpty();
        }

        var there = present.Distinct().ToList();
        if (there.Count < needed)
        {
            return new QuorumNotReached(there.Count, needed);
        }

        (Status, Number, OpenedAt) = (SittingStatus.Open, number, at);
        presences.AddRange(there.Select(id => new SittingPresence { SittingId = Id, MemberId = id, EnteredAt = at }));
        return null;
    }

    /// <summary>It is not held.</summary>
    public Error? Cancel()
    {
        var error = SittingStates.Table.Check(Status, SittingStatus.Cancelled);
        Status = error is null ? SittingStatus.Cancelled : Status;
        return error;
    }

    /// <summary>Closes it.</summary>
    /// <param name="recording">Where the recording is kept.</param>
    /// <param name="at">Now.</param>
    public Error? Close(string recording, DateTime at)
    {
        var error = SittingStates.Table.Check(Status, SittingStatus.Closed);
        if (error is null)
        {
            (Status, Recording, ClosedAt) = (SittingStatus.Closed, recording, at);
            foreach (var presence in presences.Where(p => p.LeftAt is null))
            {
                presence.LeftAt = at;
            }
        }

        return error;
    }

    /// <summary>A member comes.</summary>
    public Error? Enter(Guid memberId, DateTime at)
    {
        if (Status != SittingStatus.Open)
        {
            return new SittingNotOpen();
        }

        if (!PresentNow.Contains(memberId))
        {
            presences.Add(new SittingPresence { SittingId = Id, MemberId = memberId, EnteredAt = at });
        }

        return null;
    }

    /// <summary>A member leaves.</summary>
    public Error? Leave(Guid memberId, DateTime at)
    {
        if (Status != SittingStatus.Open)
        {
            return new SittingNotOpen();
        }

        if (presences.Find(p => p.MemberId == memberId && p.LeftAt is null) is { } presence)
        {
            presence.LeftAt = at;
        }

        return null;
    }

    /// <summary>Null while it is open and a quorum is there: only then it votes and decides.</summary>
    /// <param name="needed">Least number of members.</param>
    public Error? CheckDeciding(int needed) =>
        Status != SittingStatus.Open ? new SittingNotOpen()
        : PresentNow.Count < needed ? new QuorumNotReached(PresentNow.Count, needed)
        : null;
}

/// <summary>A case of the agenda.</summary>
public sealed class SittingItem : Entity
{
    /// <summary>Sitting.</summary>
    public Guid SittingId { get; init; }

    /// <summary>Case.</summary>
    public Guid CaseId { get; init; }

    /// <summary>Place on the agenda, from 1.</summary>
    public int Place { get; init; }
}

/// <summary>That a member was there from one moment to another.</summary>
public sealed class SittingPresence : Entity
{
    /// <summary>Sitting.</summary>
    public Guid SittingId { get; init; }

    /// <summary>Member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>When the member came (UTC).</summary>
    public DateTime EnteredAt { get; init; }

    /// <summary>When the member left (UTC); null while there.</summary>
    public DateTime? LeftAt { get; internal set; }
}

/// <summary>The agenda has no case.</summary>
public sealed record AgendaIsEmpty() : Error("agenda_is_empty", ErrorKind.Conflict);

/// <summary>The sitting is not open: nothing is voted on outside a sitting.</summary>
public sealed record SittingNotOpen() : Error("sitting_not_open", ErrorKind.Conflict);

/// <summary>The member is not at the sitting; nobody votes from elsewhere or for another.</summary>
public sealed record NotPresent() : Error("not_present", ErrorKind.Forbidden);
