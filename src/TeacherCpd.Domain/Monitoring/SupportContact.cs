using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>Kinds of contact in the year after a course (2022 report, section 7.2).</summary>
public enum ContactKind
{
    /// <summary>Lesson observation with feedback.</summary>
    Observation,

    /// <summary>Survey.</summary>
    Survey,

    /// <summary>Interview.</summary>
    Interview,

    /// <summary>Individual consultation.</summary>
    Consultation,

    /// <summary>Group consultation.</summary>
    GroupConsultation,

    /// <summary>Support webinar or seminar.</summary>
    Webinar,

    /// <summary>Analysis of achievements and of attestation.</summary>
    AchievementAnalysis,
}

/// <summary>A row of the interaction matrix: participant, planned contact, responsible trainer, date.</summary>
public sealed class SupportContact : Aggregate
{
    /// <summary>Enrolment of the participant.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>Participant.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Responsible trainer.</summary>
    public required Guid TrainerId { get; init; }

    /// <summary>Kind.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>Day it is planned for.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it took place (UTC); null until then.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>What came of it, up to 2000 characters.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Records that the contact took place.</summary>
    public ContactAlreadyDone? Complete(string outcome, DateTime at)
    {
        if (DoneAt is not null)
        {
            return new ContactAlreadyDone();
        }

        DoneAt = at;
        Outcome = outcome;
        return null;
    }
}

/// <summary>The contact was recorded before.</summary>
public sealed record ContactAlreadyDone() : Error("contact_already_done", ErrorKind.Conflict);

/// <summary>When a reminder is sent, seen from the day of the contact.</summary>
public enum ReminderKind
{
    /// <summary>Some days before.</summary>
    Before,

    /// <summary>On the day.</summary>
    OnDay,

    /// <summary>Some days after, while the contact is open.</summary>
    After,
}

/// <summary>State of a reminder.</summary>
public enum ReminderStatus
{
    /// <summary>Waits for its day.</summary>
    Pending,

    /// <summary>Taken by one sender; nobody else may send it.</summary>
    Sending,

    /// <summary>Handed to the mail server.</summary>
    Sent,

    /// <summary>No longer needed: the contact took place, or a later reminder of the same contact is due.</summary>
    Cancelled,

    /// <summary>The person has no mail address; shown on the page only.</summary>
    NoAddress,

    /// <summary>The mail server refused it several times; a person must look.</summary>
    Failed,

    /// <summary>The sender stopped in the middle: it may or may not have gone out, so it is not sent again unasked.</summary>
    Unconfirmed,
}

/// <summary>One reminder: a row first, then one mail. Contact, recipient and kind together are unique.</summary>
public sealed class Reminder : Aggregate
{
    /// <summary>Which state may follow which.</summary>
    public static readonly Transitions<ReminderStatus> States = new(
        (ReminderStatus.Pending, [ReminderStatus.Sending, ReminderStatus.Cancelled, ReminderStatus.NoAddress]),
        (ReminderStatus.Sending, [ReminderStatus.Sent, ReminderStatus.Pending, ReminderStatus.Failed, ReminderStatus.Unconfirmed]),
        (ReminderStatus.Failed, [ReminderStatus.Pending]),
        (ReminderStatus.Unconfirmed, [ReminderStatus.Pending]));

    /// <summary>Contact.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>Person reminded: the participant or the trainer.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>Kind.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>Day from which it may be sent.</summary>
    public required DateOnly DueOn { get; init; }

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
}
