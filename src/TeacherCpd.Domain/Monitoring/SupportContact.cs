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
    private Guid trainerId;
    private DateOnly dueOn;

    /// <summary>Enrolment of the participant.</summary>
    public required Guid EnrolmentId { get; init; }

    /// <summary>Participant.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Responsible trainer.</summary>
    public required Guid TrainerId
    {
        get => trainerId;
        init => trainerId = value;
    }

    /// <summary>Kind.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>Day it is planned for.</summary>
    public required DateOnly DueOn
    {
        get => dueOn;
        init => dueOn = value;
    }

    /// <summary>What the participant wishes to look at, written when the matrix was filled, up to 300 characters; null where nothing.</summary>
    public string? Wish { get; init; }

    /// <summary>When it took place (UTC); null until then.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Days from the planned day to the day on which it took place: negative when it was earlier; null until then.</summary>
    public int? DaysLate { get; private set; }

    /// <summary>What came of it, up to 2000 characters.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Records that the contact took place.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="on">Day on which it took place.</param>
    /// <param name="at">When it was recorded (UTC).</param>
    public ContactAlreadyDone? Complete(string outcome, DateOnly on, DateTime at)
    {
        if (DoneAt is not null)
        {
            return new ContactAlreadyDone();
        }

        DoneAt = at;
        DaysLate = on.DayNumber - DueOn.DayNumber;
        Outcome = outcome;
        return null;
    }

    /// <summary>Plans it for another day.</summary>
    public ContactAlreadyDone? MoveTo(DateOnly day)
    {
        if (DoneAt is not null)
        {
            return new ContactAlreadyDone();
        }

        dueOn = day;
        return null;
    }

    /// <summary>Makes another trainer responsible.</summary>
    public ContactAlreadyDone? PassTo(Guid trainer)
    {
        if (DoneAt is not null)
        {
            return new ContactAlreadyDone();
        }

        trainerId = trainer;
        return null;
    }
}

/// <summary>A contact was planned for another day or passed to another trainer: what it was before, and why.</summary>
public sealed class ContactChange : Aggregate
{
    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 300;

    /// <summary>Contact.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTime At { get; init; }

    /// <summary>Who did it.</summary>
    public required Guid ById { get; init; }

    /// <summary>The day before the change.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The day since.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>The responsible trainer before the change.</summary>
    public required Guid FromTrainerId { get; init; }

    /// <summary>The responsible trainer since.</summary>
    public required Guid ToTrainerId { get; init; }

    /// <summary>Why, up to <see cref="ReasonLength"/> characters.</summary>
    public required string Reason { get; init; }
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

    /// <summary>Still later, to the coordinators of the branch: the contact is overdue.</summary>
    Escalation,
}

/// <summary>One reminder: a row first, then one mail. Contact, recipient, kind and day together are unique.</summary>
public sealed class Reminder : Mailing
{
    /// <summary>Contact.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>Person reminded: the participant, the trainer or a coordinator.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>Kind.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>Day from which it may be sent.</summary>
    public required DateOnly DueOn { get; init; }
}
