using System.Security.Cryptography;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Groups;

/// <summary>Whether a person was at a session.</summary>
public enum Presence
{
    /// <summary>From the beginning.</summary>
    Present,

    /// <summary>Came late.</summary>
    Late,

    /// <summary>Was not there.</summary>
    Absent,
}

/// <summary>Why somebody was absent.</summary>
public enum AbsenceReason
{
    /// <summary>Ill.</summary>
    Illness,

    /// <summary>Kept by the school.</summary>
    SchoolDuty,

    /// <summary>No money for travel.</summary>
    NoTravelFunds,

    /// <summary>Family.</summary>
    Family,

    /// <summary>No connection, for sessions at a distance.</summary>
    NoConnection,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>How a mark came about.</summary>
public enum AttendanceSource
{
    /// <summary>Set in the roster by a trainer or coordinator.</summary>
    Roster,

    /// <summary>The person gave the code that was shown in the room.</summary>
    Code,
}

/// <summary>The code is not, or no longer, the one that is shown.</summary>
public sealed record AttendanceCodeWrong() : Error("attendance_code_wrong", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override string Field => "Code";
}

/// <summary>No codes are taken for the session now.</summary>
public sealed record AttendanceWindowClosed() : Error("attendance_window_closed", ErrorKind.Conflict);

/// <summary>What is recorded about one person at one session.</summary>
public sealed class AttendanceMark : Aggregate
{
    /// <summary>Session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Person in the group.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>Whether the person was there.</summary>
    public Presence Presence { get; private set; }

    /// <summary>Why the person was absent; null for who was there.</summary>
    public AbsenceReason? Reason { get; private set; }

    /// <summary>How the mark came about.</summary>
    public AttendanceSource Source { get; private set; }

    /// <summary>Who set it: the person, a trainer or a coordinator.</summary>
    public Guid MarkedById { get; private set; }

    /// <summary>When it was set last (UTC).</summary>
    public DateTime MarkedAt { get; private set; }

    /// <summary>Sets the mark.</summary>
    public AttendanceMark Set(Presence presence, AbsenceReason? reason, AttendanceSource source, Guid by, DateTime at)
    {
        Presence = presence;
        Reason = presence == Presence.Absent ? reason ?? AbsenceReason.Unknown : null;
        (Source, MarkedById, MarkedAt) = (source, by, at);
        return this;
    }
}

/// <summary>
/// Time during which people of a session may mark themselves by the code shown in the room. The code changes every half
/// minute and is made of a secret of this window, so it serves for no other session and no other time: a picture of it is
/// worthless within the minute. Who sends the picture to a friend at once is seen by the trainer, who sees who came in.
/// </summary>
public sealed class AttendanceWindow : Aggregate
{
    /// <summary>How long a code is shown, in seconds.</summary>
    public const int Step = 30;

    /// <summary>Longest time for which a window may be opened, in minutes.</summary>
    public const int LongestMinutes = 60;

    // without 0 and O, 1, I and L, which are taken for each other when typed from a screen
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int CodeLength = 8;

    /// <summary>Session.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Since when codes are taken (UTC).</summary>
    public required DateTime OpensAt { get; init; }

    /// <summary>Until when codes are taken (UTC).</summary>
    public DateTime ClosesAt { get; private set; }

    /// <summary>What the codes are made of: 32 random bytes.</summary>
    [Secret]
    public required byte[] Secret { get; init; }

    /// <summary>Opens a window.</summary>
    /// <param name="sessionId">Session.</param>
    /// <param name="at">Now (UTC).</param>
    /// <param name="minutes">For how long, 1 to <see cref="LongestMinutes"/>.</param>
    public static AttendanceWindow Open(Guid sessionId, DateTime at, int minutes) => new()
    {
        SessionId = sessionId,
        OpensAt = at,
        ClosesAt = at.AddMinutes(minutes),
        Secret = RandomNumberGenerator.GetBytes(32),
    };

    /// <summary>Takes no more codes.</summary>
    public void Close(DateTime at) => ClosesAt = at < ClosesAt ? at : ClosesAt;

    /// <summary>Whether codes are taken.</summary>
    public bool IsOpen(DateTime at) => at >= OpensAt && at < ClosesAt;

    /// <summary>The code that is shown.</summary>
    public string CodeAt(DateTime at) => CodeOf(StepOf(at));

    /// <summary>When the code that is shown changes (UTC).</summary>
    public static DateTime NextCodeAt(DateTime at) => DateTime.UnixEpoch.AddSeconds((StepOf(at) + 1) * Step);

    /// <summary>
    /// What is wrong with a code; null when it is the one that is shown, or the one before it: whoever typed while it
    /// changed is not turned away.
    /// </summary>
    public Error? Check(string code, DateTime at)
    {
        if (!IsOpen(at))
        {
            return new AttendanceWindowClosed();
        }

        var given = code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        var step = StepOf(at);
        return Same(given, CodeOf(step)) || Same(given, CodeOf(step - 1)) ? null : new AttendanceCodeWrong();
    }

    private static long StepOf(DateTime at) => (long)Math.Floor((at - DateTime.UnixEpoch).TotalSeconds / Step);

    private static bool Same(string given, string code) =>
        CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(given), System.Text.Encoding.UTF8.GetBytes(code));

    private string CodeOf(long step)
    {
        Span<byte> number = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(number, step);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(Secret, number, hash);
        Span<char> code = stackalloc char[CodeLength];
        for (var i = 0; i < CodeLength; i++)
        {
            code[i] = Letters[System.Buffers.Binary.BinaryPrimitives.ReadUInt16BigEndian(hash[(2 * i)..]) % Letters.Length];
        }

        return new string(code);
    }
}

/// <summary>The person came to too few sessions to be assessed.</summary>
/// <param name="Share">Share of sessions attended, in per cent, rounded down.</param>
/// <param name="Minimum">Least share the programme asks, in per cent.</param>
public sealed record AttendanceTooLow(int Share, int Minimum) : Error("attendance_too_low", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Share, Minimum];
}

/// <summary>How much of a course a person attended: the one place where that is computed.</summary>
/// <param name="Attended">Sessions at which the person was, late or not.</param>
/// <param name="Held">Sessions that are over, for which anybody's attendance is recorded.</param>
public readonly record struct AttendanceShare(int Attended, int Held)
{
    /// <summary>In per cent, rounded down; 100 while nothing is recorded.</summary>
    public int Percent => Held == 0 ? 100 : (int)(100L * Attended / Held);

    /// <summary>Why the person is not admitted to assessment; null when they are.</summary>
    /// <param name="minimum">Least share, 0 to 100 per cent.</param>
    public Error? Refusal(int minimum) => IsEnough(minimum) ? null : new AttendanceTooLow(Percent, minimum);

    /// <summary>How the course ends for a person without a grade: came to nothing, missed too much, or did not come to assessment.</summary>
    /// <param name="minimum">Least share, 0 to 100 per cent.</param>
    public EnrolmentStatus WithoutGrade(int minimum) =>
        this is { Held: > 0, Attended: 0 } ? EnrolmentStatus.NoShow
        : IsEnough(minimum) ? EnrolmentStatus.Absent
        : EnrolmentStatus.NotCompleted;

    private bool IsEnough(int minimum) => (long)Attended * 100 >= (long)minimum * Held;
}

/// <summary>Address of a person's own calendar for other programmes. Who knows it reads it, so only its hash is kept.</summary>
public sealed class CalendarFeed : Aggregate
{
    /// <summary>Person; one feed each.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the token in the address, in hexadecimal.</summary>
    [Secret]
    public required string TokenHash { get; set; }

    /// <summary>Since when (UTC).</summary>
    public required DateTime MadeAt { get; set; }

    /// <summary>Hash of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}
