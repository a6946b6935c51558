namespace TeacherCpd.Domain.Monitoring;

/// <summary>A row of the plan: what is done, and how long after the course.</summary>
/// <param name="Kind">Kind of contact.</param>
/// <param name="Month">Months after the day on which the group was closed, 1 to 12.</param>
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

    /// <summary>The day of each contact for a group closed on <paramref name="closedOn"/>, earliest first: never on a weekend.</summary>
    public IReadOnlyList<(ContactKind Kind, DateOnly DueOn)> DaysAfter(DateOnly closedOn) =>
        [.. Contacts.Select(c => (c.Kind, WorkingDay(closedOn.AddMonths(c.Month), closedOn.AddMonths(Months))))];

    /// <summary>The rows of the interaction matrix of one participant.</summary>
    public IReadOnlyList<SupportContact> ContactsOf(Guid enrolmentId, Guid personId, Guid trainerId, DateOnly closedOn) =>
        [.. DaysAfter(closedOn).Select(day => new SupportContact
        {
            EnrolmentId = enrolmentId,
            PersonId = personId,
            TrainerId = trainerId,
            Kind = day.Kind,
            DueOn = day.DueOn,
        })];

    /// <summary>The reminders of a contact: before, on the day and after, for the participant and for the trainer.</summary>
    public IReadOnlyList<Reminder> RemindersOf(SupportContact contact) =>
        [.. from recipient in new[] { contact.PersonId, contact.TrainerId }.Distinct()
            from reminder in new[]
            {
                (Kind: ReminderKind.Before, DueOn: contact.DueOn.AddDays(-daysBefore)),
                (Kind: ReminderKind.OnDay, contact.DueOn),
                (Kind: ReminderKind.After, DueOn: contact.DueOn.AddDays(daysAfter)),
            }
            select new Reminder { ContactId = contact.Id, RecipientId = recipient, Kind = reminder.Kind, DueOn = reminder.DueOn }];

    // the Monday after a weekend, or the Friday before it where Monday would be past the year
    private static DateOnly WorkingDay(DateOnly day, DateOnly last)
    {
        var (toMonday, toFriday) = day.DayOfWeek switch
        {
            DayOfWeek.Saturday => (2, -1),
            DayOfWeek.Sunday => (1, -2),
            _ => (0, 0),
        };
        return day.AddDays(day.AddDays(toMonday) > last ? toFriday : toMonday);
    }
}
