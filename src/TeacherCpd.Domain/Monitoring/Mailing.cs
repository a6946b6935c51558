using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>State of a mail to one person: a reminder, or a notice.</summary>
public enum ReminderStatus
{
    /// <summary>Waits for its day, or to be handed over.</summary>
    Pending,

    /// <summary>Taken by one sender; nobody else may send it.</summary>
    Sending,

    /// <summary>Handed to the mail server.</summary>
    Sent,

    /// <summary>No longer needed: what it tells has happened or holds no more, or a later one of the same is due. It waits again where the same holds anew.</summary>
    Cancelled,

    /// <summary>The person has no mail address; shown on the page only.</summary>
    NoAddress,

    /// <summary>The mail server refused it several times; a person must look.</summary>
    Failed,

    /// <summary>The person does not want mails of this kind; shown on the page only.</summary>
    Declined,

    /// <summary>The sender stopped in the middle: it may or may not have gone out, so it is not sent again unasked.</summary>
    Unconfirmed,
}

/// <summary>A mail to one person: a row first, then one mail, sent once however many try.</summary>
public abstract class Mailing : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<ReminderStatus> States = new(
        (ReminderStatus.Pending, [ReminderStatus.Sending, ReminderStatus.Cancelled, ReminderStatus.NoAddress, ReminderStatus.Declined]),
        (ReminderStatus.Sending, [ReminderStatus.Sent, ReminderStatus.Pending, ReminderStatus.Failed, ReminderStatus.Unconfirmed]),
        (ReminderStatus.Failed, [ReminderStatus.Pending]),
        (ReminderStatus.Cancelled, [ReminderStatus.Pending]),
        (ReminderStatus.Unconfirmed, [ReminderStatus.Pending]));

    /// <summary>State.</summary>
    public ReminderStatus Status { get; private set; }

    /// <summary>When the present state began (UTC).</summary>
    public DateTime StatusSince { get; private set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>Moves to the next state; taking it for sending counts a try.</summary>
    public Error? Move(ReminderStatus to, DateTime at)
    {
        var error = States.Check(Status, to);
        if (error is null)
        {
            Status = to;
            StatusSince = at;
            Attempts += to == ReminderStatus.Sending ? 1 : 0;
        }

        return error;
    }

    /// <summary>The mail server was not there: it waits again, and the try does not count.</summary>
    public Error? GiveBack(DateTime at)
    {
        var error = Move(ReminderStatus.Pending, at);
        Attempts -= error is null ? 1 : 0;
        return error;
    }
}
