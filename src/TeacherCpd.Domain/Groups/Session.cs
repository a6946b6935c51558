using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Groups;

/// <summary>When, where and with whom a session takes place.</summary>
/// <param name="Phase">Phase of the programme, from 1.</param>
/// <param name="Kind">What happens in it.</param>
/// <param name="Begins">Beginning (UTC).</param>
/// <param name="Ends">End (UTC), after the beginning and at most a day later.</param>
/// <param name="TrainerId">Who leads it; null for a day of practice at the own school.</param>
/// <param name="Room">Room of the branch; null at a distance and at the own school.</param>
/// <param name="Link">Address of the meeting; null where people meet.</param>
public sealed record SessionPlan(int Phase, PhaseKind Kind, DateTime Begins, DateTime Ends, Guid? TrainerId, string? Room, string? Link)
{
    /// <summary>Whether two sessions share some time. One that begins when the other ends does not.</summary>
    public bool Overlaps(SessionPlan other) => Begins < other.Ends && other.Begins < Ends;
}

/// <summary>A session of a group: a day of a phase or a part of it. Attendance is recorded by session.</summary>
public sealed class Session : Aggregate
{
    /// <summary>Longest address of a meeting or a recording, in characters.</summary>
    public const int AddressLength = 500;

    private SessionPlan plan = null!;

    /// <summary>Group.</summary>
    public required Guid GroupId { get; init; }

    /// <summary>Phase of the programme, from 1.</summary>
    public int Phase { get; private set; }

    /// <summary>What happens in it.</summary>
    public PhaseKind Kind { get; private set; }

    /// <summary>Beginning (UTC).</summary>
    public DateTime Begins { get; private set; }

    /// <summary>End (UTC).</summary>
    public DateTime Ends { get; private set; }

    /// <summary>Who leads it; null for a day of practice at the own school.</summary>
    public Guid? TrainerId { get; private set; }

    /// <summary>Room of the branch; null at a distance and at the own school.</summary>
    public string? Room { get; private set; }

    /// <summary>Key by which rooms are the same room however they are written; null without a room.</summary>
    public string? RoomKey { get; private set; }

    /// <summary>Address of the meeting; null where people meet.</summary>
    public string? Link { get; private set; }

    /// <summary>Address of the recording; null where there is none.</summary>
    public string? Recording { get; private set; }

    /// <summary>When, where and with whom.</summary>
    public SessionPlan Plan => plan ??= new SessionPlan(Phase, Kind, Begins, Ends, TrainerId, Room, Link);

    /// <summary>Plans a session.</summary>
    public static Session Of(Guid groupId, SessionPlan plan, Guid? id = null)
    {
        var session = new Session { Id = id ?? Guid.CreateVersion7(), GroupId = groupId };
        session.Move(plan);
        return session;
    }

    /// <summary>Plans the session anew.</summary>
    public void Move(SessionPlan to)
    {
        plan = to;
        (Phase, Kind, Begins, Ends, TrainerId, Room, Link) = (to.Phase, to.Kind, to.Begins, to.Ends, to.TrainerId, to.Room, to.Link);
        RoomKey = KeyOf(to.Room);
    }

    /// <summary>Says where it can be watched again; null: nowhere.</summary>
    public void CanBeWatchedAt(string? address) => Recording = address;

    /// <summary>Key of a room: without spaces, punctuation and case.</summary>
    public static string? KeyOf(string? room)
    {
        var key = SortKey.Of(string.Concat((room ?? "").Where(char.IsLetterOrDigit)));
        return key.Length == 0 ? null : key;
    }
}
