using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Originality;

/// <summary>What a teacher is told of a case.</summary>
public enum CaseNoticeKind
{
    /// <summary>It was opened; a statement may be given.</summary>
    Opened,

    /// <summary>There is a verdict.</summary>
    Decided,

    /// <summary>The appeal was decided.</summary>
    Closed,
}

/// <summary>State of a notice.</summary>
public enum CaseNoticeStatus
{
    /// <summary>Waits to be sent.</summary>
    Pending,

    /// <summary>Taken by one sender; nobody else may send it.</summary>
    Sending,

    /// <summary>Handed to the mail server.</summary>
    Sent,

    /// <summary>The teacher has no mail address; told on the pages only.</summary>
    NoAddress,

    /// <summary>The mail server refused it several times.</summary>
    Failed,

    /// <summary>The sender stopped in the middle: it may or may not have gone out, so it is not sent again unasked.</summary>
    Unconfirmed,
}

/// <summary>One mail to a teacher about a case: a row first, then one mail. Case and kind together are unique.</summary>
public sealed class CaseNotice : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<CaseNoticeStatus> States = new(
        (CaseNoticeStatus.Pending, [CaseNoticeStatus.Sending, CaseNoticeStatus.NoAddress]),
        (CaseNoticeStatus.Sending, [CaseNoticeStatus.Sent, CaseNoticeStatus.Pending, CaseNoticeStatus.Failed, CaseNoticeStatus.Unconfirmed]));

    /// <summary>Case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Teacher.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>What about.</summary>
    public required CaseNoticeKind Kind { get; init; }

    /// <summary>State.</summary>
    public CaseNoticeStatus Status { get; private set; }

    /// <summary>When it was written (UTC).</summary>
    public required DateTime WrittenAt { get; init; }

    /// <summary>When the last step was taken (UTC); null while there was none.</summary>
    public DateTime? StatusSince { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Moves to the next state; taking it for sending counts a try.</summary>
    public Error? Move(CaseNoticeStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            Status = to;
            StatusSince = at;
            Attempts += to == CaseNoticeStatus.Sending ? 1 : 0;
        }

        return error;
    }
}
