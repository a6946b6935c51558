using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Groups;

/// <summary>What a mail tells somebody about their application.</summary>
public enum NoticeKind
{
    /// <summary>Others agreed or sent the person, and there is a place.</summary>
    Accepted,

    /// <summary>A place became free for the person, who waited for one.</summary>
    FromLine,

    /// <summary>The application was declined, with the reason.</summary>
    Declined,
}

/// <summary>One mail to the person of an enrolment about what others decided: a row first, written with the decision.</summary>
public sealed class EnrolmentNotice : Mailing
{
    /// <summary>Enrolment; its person receives the mail.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>What it tells.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>When it was decided (UTC).</summary>
    public required DateTime WrittenAt { get; init; }

    /// <summary>State of the enrolment of which the mail tells: once it is another, the mail is not sent any more.</summary>
    /// <param name="kind">What the mail tells.</param>
    public static EnrolmentStatus Tells(NoticeKind kind) => kind == NoticeKind.Declined ? EnrolmentStatus.Declined : EnrolmentStatus.Accepted;

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

    /// <summary>The notice of a declined application.</summary>
    /// <param name="enrolment">Enrolment.</param>
    /// <param name="at">When (UTC).</param>
    public static EnrolmentNotice OfDecline(Enrolment enrolment, DateTime at) =>
        new() { EnrolmentId = enrolment.Id, Kind = NoticeKind.Declined, WrittenAt = at };
}
