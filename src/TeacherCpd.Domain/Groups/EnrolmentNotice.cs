using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Groups;

/// <summary>What a mail tells somebody about their place or their portfolio.</summary>
public enum NoticeKind
{
    /// <summary>Others agreed or sent the person, and there is a place.</summary>
    Accepted,

    /// <summary>A place became free for the person, who waited for one.</summary>
    FromLine,

    /// <summary>The application was declined, with the reason.</summary>
    Declined,

    /// <summary>The portfolio is handed in: the receipt.</summary>
    HandedIn,

    /// <summary>The trainer's feedback is there.</summary>
    FeedbackGiven,

    /// <summary>A result was told. The mail does not say which: it is read where only its owner reads it.</summary>
    ResultTold,
}

/// <summary>One mail to the person of an enrolment about what happened to it: a row first, written with what it tells.</summary>
public sealed class EnrolmentNotice : Mailing
{
    /// <summary>What decides about a place: of several only the latest goes out.</summary>
    public static readonly IReadOnlyList<NoticeKind> Decisions = [NoticeKind.Accepted, NoticeKind.FromLine, NoticeKind.Declined];

    /// <summary>Enrolment; its person receives the mail.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>What it tells.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTime WrittenAt { get; init; }

    /// <summary>Version of the portfolio that it tells of; null where it tells of a place.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>
    /// State of the enrolment of which the mail tells: once it is another, the mail is not sent any more. Null: what happened to a
    /// portfolio stays true.
    /// </summary>
    /// <param name="kind">What the mail tells.</param>
    public static EnrolmentStatus? Tells(NoticeKind kind) => kind switch
    {
        NoticeKind.Declined => EnrolmentStatus.Declined,
        NoticeKind.Accepted or NoticeKind.FromLine => EnrolmentStatus.Accepted,
        _ => null,
    };

    /// <summary>
    /// The notice of a place, by whatever command it was given; null where there is nobody to tell: who applied for a course that
    /// asks nobody's consent reads it on the page, and those of a list are told by whoever sent the list, unless they had to wait.
    /// </summary>
    /// <param name="enrolment">Enrolment that has just received a place.</param>
    /// <param name="isDecided">Whether the programme asks anybody's consent.</param>
    /// <param name="at">When (UTC).</param>
    public static EnrolmentNotice? OfPlace(Enrolment enrolment, bool isDecided, DateTime at)
    {
        var waited = enrolment.WaitingNumber is not null;
        var decidedByOthers = enrolment.Origin switch
        {
            EnrolmentOrigin.OwnApplication => isDecided,
            EnrolmentOrigin.Nomination or EnrolmentOrigin.Team => true,
            _ => false,
        };
        return waited || decidedByOthers
            ? new EnrolmentNotice { EnrolmentId = enrolment.Id, Kind = waited ? NoticeKind.FromLine : NoticeKind.Accepted, WrittenAt = at }
            : null;
    }

    /// <summary>The notice of what happened to a portfolio.</summary>
    /// <param name="kind">What.</param>
    /// <param name="enrolmentId">Enrolment.</param>
    /// <param name="versionNumber">Version.</param>
    /// <param name="at">When (UTC).</param>
    public static EnrolmentNotice OfPortfolio(NoticeKind kind, Guid enrolmentId, int versionNumber, DateTime at) =>
        new()
        {
            EnrolmentId = enrolmentId,
            Kind = kind,
            VersionNumber = versionNumber,
            WrittenAt = at,
        };

    /// <summary>The notice of a declined application.</summary>
    /// <param name="enrolment">Enrolment.</param>
    /// <param name="at">When (UTC).</param>
    public static EnrolmentNotice OfDecline(Enrolment enrolment, DateTime at) =>
        new() { EnrolmentId = enrolment.Id, Kind = NoticeKind.Declined, WrittenAt = at };
}
