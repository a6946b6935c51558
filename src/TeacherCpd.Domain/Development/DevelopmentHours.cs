namespace TeacherCpd.Domain.Development;

/// <summary>How hours of one kind count.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="SharePercent">Counted share of the hours claimed, 0 to 100; the rest of a whole hour is dropped.</param>
/// <param name="MostPerActivity">Most hours counted of one activity, from 0.</param>
/// <param name="MostPerPeriod">Most hours counted of the kind in a period, from 0.</param>
public sealed record HoursRule(DevelopmentKind Kind, int SharePercent, int MostPerActivity, int MostPerPeriod);

/// <summary>Which part of the rule kept hours from counting.</summary>
public enum HoursLimit
{
    /// <summary>None: all count.</summary>
    None,

    /// <summary>Only a share of the kind counts.</summary>
    Share,

    /// <summary>The most of one activity is reached.</summary>
    Activity,

    /// <summary>The most of the kind in a period is reached.</summary>
    Period,
}

/// <summary>Hours that a confirmed activity claims.</summary>
/// <param name="Id">The activity.</param>
/// <param name="Kind">Kind.</param>
/// <param name="On">Its last day.</param>
/// <param name="Hours">Academic hours claimed.</param>
public sealed record ClaimedHours(Guid Id, DevelopmentKind Kind, DateOnly On, int Hours);

/// <summary>What counts of an activity, and why no more.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Hours">Hours that count.</param>
/// <param name="Limit">Why no more.</param>
/// <param name="Figure">Percent or hours of the limit; 0 where there is none.</param>
public sealed record CountedHours(ClaimedHours Activity, int Hours, HoursLimit Limit, int Figure);

/// <summary>
/// Hours of what teachers do outside courses. The law counts courses (Education law, article 37(4)); what other forms
/// count it does not say, so the table is a setting.
/// </summary>
public sealed class DevelopmentHours
{
    /// <summary>The table where the settings name none.</summary>
    public static readonly IReadOnlyList<HoursRule> Default =
    [
        new(DevelopmentKind.Seminar, 100, 8, 24),
        new(DevelopmentKind.Webinar, 100, 4, 8),
        new(DevelopmentKind.MasterClass, 100, 8, 16),
        new(DevelopmentKind.LessonStudy, 100, 12, 24),
        new(DevelopmentKind.Internship, 100, 36, 36),
        new(DevelopmentKind.Contest, 50, 8, 8),
        new(DevelopmentKind.Mentoring, 50, 18, 18),
    ];

    private readonly Dictionary<DevelopmentKind, HoursRule> rules;

    /// <summary>Makes the table; kinds without a row count as in <see cref="Default"/>.</summary>
    /// <exception cref="ArgumentException">A row breaks the table (see <see cref="FaultIn"/>).</exception>
    public DevelopmentHours(IReadOnlyCollection<HoursRule> rows)
    {
        if (FaultIn(rows) is { } fault)
        {
            throw new ArgumentException(fault, nameof(rows));
        }

        rules = Default.ToDictionary(r => r.Kind);
        foreach (var row in rows)
        {
            rules[row.Kind] = row;
        }
    }

    /// <summary>What is wrong with a table, in English for whoever sets the program up; null when it is sound.</summary>
    public static string? FaultIn(IReadOnlyCollection<HoursRule> rows)
    {
        if (rows.FirstOrDefault(r => r.SharePercent is < 0 or > 100 || r.MostPerActivity < 0 || r.MostPerPeriod < 0) is { } wrong)
        {
            return $"{wrong.Kind}: a share is 0 to 100, hours are 0 or more.";
        }

        return rows.GroupBy(r => r.Kind).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"{twice.Key} stands twice." : null;
    }

    /// <summary>What counts of the confirmed activities of one period, earliest first.</summary>
    public IReadOnlyList<CountedHours> Count(IEnumerable<ClaimedHours> ofPeriod)
    {
        var counted = new List<CountedHours>();
        var sums = new Dictionary<DevelopmentKind, int>();
        foreach (var activity in ofPeriod.OrderBy(a => a.On).ThenBy(a => a.Id))
        {
            var rule = rules[activity.Kind];
            var left = rule.MostPerPeriod - sums.GetValueOrDefault(activity.Kind);
            var entry = Least(activity, rule, left);
            sums[activity.Kind] = sums.GetValueOrDefault(activity.Kind) + entry.Hours;
            counted.Add(entry);
        }

        return counted;
    }

    private static CountedHours Least(ClaimedHours activity, HoursRule rule, int left)
    {
        var entry = new CountedHours(activity, activity.Hours, HoursLimit.None, 0);
        (int Hours, HoursLimit Limit, int Figure)[] limits =
        [
            (activity.Hours * rule.SharePercent / 100, HoursLimit.Share, rule.SharePercent),
            (rule.MostPerActivity, HoursLimit.Activity, rule.MostPerActivity),
            (left, HoursLimit.Period, rule.MostPerPeriod),
        ];
        foreach (var (hours, limit, figure) in limits.Where(l => l.Hours < entry.Hours).OrderBy(l => l.Hours).Take(1))
        {
            entry = entry with { Hours = hours, Limit = limit, Figure = figure };
        }

        return entry;
    }
}
