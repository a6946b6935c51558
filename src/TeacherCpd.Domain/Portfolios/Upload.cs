using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Portfolios;

/// <summary>How long uploads live.</summary>
/// <param name="KeptFor">From the beginning of an upload until it is thrown away, handed in or not.</param>
/// <param name="Grace">After a deadline, for what was begun before it.</param>
public sealed record UploadTerms(TimeSpan KeptFor, TimeSpan Grace);

/// <summary>What the sender says at the beginning about the whole file.</summary>
/// <param name="FileName">Name the person gave it, without a path, up to 200 characters.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Hash in lower-case hexadecimal, 64 characters.</param>
public sealed record ExpectedFile(string FileName, long Bytes, string Sha256);

/// <summary>
/// A file that a person sends in pieces, possibly over days and several connections. What it will hold is said when it
/// begins, by its hash: it ends with exactly that content or not at all. How much of it is there, the pieces themselves
/// say; the row is written when it begins, when it is whole and when it goes.
/// </summary>
public sealed class Upload : Aggregate
{
    /// <summary>Most uploads that are kept for a person; the oldest makes room for a new one.</summary>
    public const int MostPerPerson = 8;

    // a form that is sent twice still finds its file
    private static readonly TimeSpan KeptAfterUse = TimeSpan.FromHours(1);

    /// <summary>Who sends it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>The own enrolment it is meant for.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>Name the person gave it, without a path, up to 200 characters.</summary>
    public required string FileName { get; init; }

    /// <summary>Size of the whole file, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the whole file as said at the beginning, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When it began (UTC, the server's clock): decides whether it is before a deadline.</summary>
    public required DateTime BegunAt { get; init; }

    /// <summary>From when on it may be thrown away (UTC).</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was found whole (UTC); null while pieces are missing.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>It begins.</summary>
    public static Upload Begin(Guid id, Guid personId, Guid enrolmentId, ExpectedFile file, DateTime at, UploadTerms terms) => new()
    {
        Id = id,
        PersonId = personId,
        EnrolmentId = enrolmentId,
        FileName = file.FileName,
        Bytes = file.Bytes,
        Sha256 = file.Sha256,
        BegunAt = at,
        ExpiresAt = at + terms.KeptFor,
    };

    /// <summary>Whether its time is over.</summary>
    public bool IsOver(DateTime now) => ExpiresAt <= now;

    /// <summary>It is whole. The first time counts.</summary>
    public void Finish(DateTime at) => FinishedAt ??= at;

    /// <summary>Its content was taken over: it is kept a little longer and no more.</summary>
    public void Release(DateTime at) => ExpiresAt = ExpiresAt < at + KeptAfterUse ? ExpiresAt : at + KeptAfterUse;

    /// <summary>
    /// A clock that was moved back would keep it for ever: it lives from now on no longer than one that begins now. It is
    /// not lost by this either.
    /// </summary>
    public void KeepWithin(UploadTerms terms, DateTime now) => ExpiresAt = ExpiresAt < now + terms.KeptFor ? ExpiresAt : now + terms.KeptFor;

    /// <summary>Whether a file may still be handed in: until the deadline, or a little later if its upload began before.</summary>
    /// <param name="deadline">Last moment (UTC).</param>
    /// <param name="begunAt">When its upload began (UTC); for a file that came with the form itself, now.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="terms">How long the grace is.</param>
    public static bool IsInTime(DateTime deadline, DateTime begunAt, DateTime now, UploadTerms terms) =>
        now <= deadline || (begunAt <= deadline && now <= deadline + terms.Grace);
}
