namespace TeacherCpd.Domain.Development;

/// <summary>Hours of a course.</summary>
/// <param name="On">Day on which the certificate was issued.</param>
/// <param name="Hours">Academic hours; 0 where the programme names none.</param>
public sealed record CourseEntry(DateOnly On, int Hours);

/// <summary>
/// A person's training as it follows from dated entries. Training belongs to the person: it goes along to another
/// school.
/// </summary>
public sealed class TrainingRecord
{
    private readonly TrainingRule rule;
    private readonly IReadOnlyList<CourseEntry> courses;
    private readonly IReadOnlyList<ClaimedHours> activities;

    /// <summary>Puts a record together.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="courses">Courses completed.</param>
    /// <param name="activities">Activities confirmed.</param>
    /// <param name="employedSince">First day of the employment: those never trained have one period from it.</param>
    public TrainingRecord(TrainingRule rule, IEnumerable<CourseEntry> courses, IEnumerable<ClaimedHours> activities, DateOnly employedSince)
    {
        this.rule = rule;
        this.courses = [.. courses.OrderBy(c => c.On)];
        this.activities = [.. activities];
        LastCourseOn = this.courses.Count > 0 ? this.courses[^1].On : null;
        SatisfiedOn = this.courses.Select(c => c.On)
            .Concat(rule.CountActivities ? this.activities.Select(a => a.On) : [])
            .OrderDescending()
            .Select(day => (DateOnly?)day)
            .FirstOrDefault(day => HoursOn(day!.Value) >= rule.Hours);
        DueOn = (SatisfiedOn ?? employedSince).AddYears(rule.Years);
    }

    /// <summary>Day of the last course, however long it was; null for none.</summary>
    public DateOnly? LastCourseOn { get; }

    /// <summary>Last day on which an entry brought the hours of the period up to the rule; null for never.</summary>
    public DateOnly? SatisfiedOn { get; }

    /// <summary>Last day to reach the hours again.</summary>
    public DateOnly DueOn { get; }

    /// <summary>Hours of courses in the period that ends on a day.</summary>
    public int CourseHoursOn(DateOnly on) => courses.Where(c => rule.Reaches(c.On, on)).Sum(c => c.Hours);

    /// <summary>What counts of the activities in the period that ends on a day.</summary>
    public IReadOnlyList<CountedHours> ActivitiesOn(DateOnly on) => rule.Activities.Count(activities.Where(a => rule.Reaches(a.On, on)));

    /// <summary>Hours that count toward the rule in the period that ends on a day.</summary>
    public int HoursOn(DateOnly on) => CourseHoursOn(on) + (rule.CountActivities ? ActivitiesOn(on).Sum(a => a.Hours) : 0);

    /// <summary>The state on a day.</summary>
    public TrainingStanding StandingOn(DateOnly on) => rule.Standing(SatisfiedOn, DueOn, on);
}
