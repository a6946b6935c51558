using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>A row of the plan: what is done, and how long after the course.</summary>
/// <param name="Kind">Kind of contact.</param>
/// <param name="Month">Months after the last day of the course, 1 to 12.</param>
public sealed record PlannedContact(ContactKind Kind, int Month);

/// <summary>
/// The year after a course as one table. The interaction matrix is filled on the last day of the course and the
/// contacts follow "within one year" (2022 report, section 7.2, after order № 480 of 7 November 2022); the source says
/// no more of the dates, so the table is a setting.
/// </summary>
public sealed class SupportPlan
{
    /// <summary>Length of the support, in months.</summary>
    public const int Months = 12;

    /// <summary>The table where the settings name none.</summary>
    public static readonly IReadOnlyList<PlannedContact> Default =
    [
        new(ContactKind.Observation, 2),
        new(ContactKind.Survey, 3),
        new(ContactKind.Consultation, 4),
        new(ContactKind.Webinar, 6),
        new(ContactKind.Observation, 8),
        new(ContactKind.AchievementAnalysis, 11),
    ];

    private readonly int daysBefore;
    private readonly int daysAfter;

    /// <summary>Makes the plan.</summary>
    /// <param name="contacts">Rows; a kind at most once a month.</param>
    /// <param name="daysBefore">Days before a contact on which the first reminder is due, from 1.</param>
    /// <param name="daysAfter">Days after a contact on which the last reminder is due, from 1.</param>
    /// <exception cref="ArgumentException">A row breaks the table (see <see cref="FaultIn"/>).</exception>
    public SupportPlan(IReadOnlyCollection<PlannedContact> contacts, int daysBefore, int daysAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(daysBefore, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(daysAfter, 1);
        if (FaultIn(contacts) is { } fault)
        {
            throw new ArgumentException(fault, nameof(contacts));
        }

        Contacts = [.. contacts.OrderBy(c => c.Month)];
        this.daysBefore = daysBefore;
        this.daysAfter = daysAfter;
    }

    /// <summary>The rows, earliest first.</summary>
    public IReadOnlyList<PlannedContact> Contacts { get; }

    /// <summary>What is wrong with a table, in English for whoever sets the program up; null when it is sound.</summary>
    public static string? FaultIn(IReadOnlyCollection<PlannedContact> contacts)
    {
        if (contacts.FirstOrDefault(c => c.Month is < 1 or > Months) is { } outside)
        {
            return $"{outside.Kind} is planned for month {outside.Month}; the months are 1 to {Months}.";
        }

        return contacts.GroupBy(c => c).FirstOrDefault(rows => rows.Count() > 1) is { } twice
            ? $"{twice.Key.Kind} stands twice in month {twice.Key.Month}."
            : null;
    }

    /// <summary>The plan of a programme: its own contacts where it names some, with the reminders of this one.</summary>
    public SupportPlan With(IReadOnlyCollection<PlannedContact> own) => own.Count == 0 ? this : new(own, daysBefore, daysAfter);

    /// <summary>The day of each contact after a course that ended on <paramref name="endedOn"/>, earliest first: always a working day.</summary>
    public IReadOnlyList<(PlannedContact Contact, DateOnly DueOn)> DaysAfter(DateOnly endedOn) =>
        [.. Contacts.Select(c => (c, WorkingDay(endedOn.AddMonths(c.Month), endedOn.AddMonths(Months))))];

    /// <summary>The days on which a contact may be planned on the last day of a course: the year after it.</summary>
    public static (DateOnly First, DateOnly Last) YearAfter(DateOnly endsOn) => (endsOn.AddDays(1), endsOn.AddMonths(Months));

    /// <summary>
    /// The contacts of one participant, as the interaction matrix has them. A day that passed before the group was closed gives way to the
    /// first on which the reminder before it can still go out.
    /// </summary>
    public IReadOnlyList<SupportContact> ContactsOf(IEnumerable<MatrixEntry> matrix, Guid personId, DateOnly closedOn)
    {
        List<SupportContact> contacts = [];
        foreach (var entry in matrix.OrderBy(e => e.DueOn).ThenBy(e => e.Month))
        {
            // two of one kind that both passed are not put on one day
            var day = WorkingDays.OnOrAfter(entry.DueOn > closedOn ? entry.DueOn : closedOn.AddDays(daysBefore));
            while (contacts.Exists(c => c.Kind == entry.Kind && c.DueOn == day))
            {
                day = WorkingDays.OnOrAfter(day.AddDays(daysBefore));
            }

            contacts.Add(new SupportContact
            {
                EnrolmentId = entry.EnrolmentId,
                PersonId = personId,
                TrainerId = entry.TrainerId,
                Kind = entry.Kind,
                DueOn = day,
                Wish = entry.Wish,
            });
        }

        return contacts;
    }

    /// <summary>The reminders of a contact: before, on the day and after, for the participant and for the trainer.</summary>
    public IReadOnlyList<Reminder> RemindersOf(SupportContact contact) => RemindersOf(contact, contact.PersonId, contact.TrainerId);

    /// <summary>The reminders of a contact for some of those whom it concerns.</summary>
    public IReadOnlyList<Reminder> RemindersOf(SupportContact contact, params IEnumerable<Guid> recipients) =>
        [.. from recipient in recipients.Distinct()
            from reminder in new[]
            {
                (Kind: ReminderKind.Before, DueOn: contact.DueOn.AddDays(-daysBefore)),
                (Kind: ReminderKind.OnDay, contact.DueOn),
                (Kind: ReminderKind.After, DueOn: contact.DueOn.AddDays(daysAfter)),
            }
            select new Reminder { ContactId = contact.Id, RecipientId = recipient, Kind = reminder.Kind, DueOn = reminder.DueOn }];

    // the next working day, or the last one before it where the next would be past the year
    private static DateOnly WorkingDay(DateOnly day, DateOnly last)
    {
        var next = WorkingDays.OnOrAfter(day);
        return next <= last ? next : WorkingDays.OnOrBefore(day);
    }
}
