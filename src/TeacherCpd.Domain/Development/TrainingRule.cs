namespace TeacherCpd.Domain.Development;

/// <summary>
/// How often training is asked for: courses of at least 36 hours once in three years (law on the status of teachers,
/// article 7(12); Education law, article 37(4)).
/// </summary>
/// <param name="Years">Length of the period in years, 1 to 10.</param>
/// <param name="Hours">Academic hours asked for in a period, from 1.</param>
/// <param name="WarnMonths">Months before the last day from which training is called due soon, 0 to 24.</param>
/// <param name="CountActivities">Whether confirmed activities count toward the hours; the law names courses only.</param>
/// <param name="Activities">What counts of activities.</param>
public sealed record TrainingRule(int Years, int Hours, int WarnMonths, bool CountActivities, DevelopmentHours Activities)
{
    /// <summary>The rule where the settings say nothing else.</summary>
    public static readonly TrainingRule Default = new(3, 36, 6, false, new DevelopmentHours([]));

    /// <summary>Whether hours of a day count on another, later or the same: for the period, its last day included.</summary>
    public bool Reaches(DateOnly of, DateOnly on) => of <= on && of.AddYears(Years) >= on;

    /// <summary>The state on a day.</summary>
    /// <param name="satisfiedOn">Day on which the hours were last reached; null for never.</param>
    /// <param name="dueOn">Last day to reach them again.</param>
    /// <param name="on">The day.</param>
    public TrainingStanding Standing(DateOnly? satisfiedOn, DateOnly dueOn, DateOnly on) => satisfiedOn switch
    {
        null => TrainingStanding.Never,
        _ when dueOn < on => TrainingStanding.Overdue,
        _ when dueOn <= WarnUntil(on) => TrainingStanding.DueSoon,
        _ => TrainingStanding.InOrder,
    };

    /// <summary>The latest last day that is called due soon on a day.</summary>
    public DateOnly WarnUntil(DateOnly on) => on.AddMonths(WarnMonths);
}

/// <summary>How somebody's training stands.</summary>
public enum TrainingStanding
{
    /// <summary>The period runs.</summary>
    InOrder,

    /// <summary>It ends within the months of the warning.</summary>
    DueSoon,

    /// <summary>It is over.</summary>
    Overdue,

    /// <summary>The hours were not reached once, as far as is known here.</summary>
    Never,
}
