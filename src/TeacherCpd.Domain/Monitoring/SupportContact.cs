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

/// <summary>One reminder: a row first, then one mail. Contact, recipient and kind together are unique.</summary>
public sealed class Reminder : Mailing
{
    /// <summary>Contact.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>Person reminded: the participant or the trainer.</summary>
    public required Guid RecipientId { get; init; }

    /// <summary>Kind.</summary>
    public required ReminderKind Kind { get; init; }

    /// <summary>Day from which it may be sent.</summary>
    public required DateOnly DueOn { get; init; }
}
