namespace TeacherCpd.Domain.Collaboration;

/// <summary>What the sources leave open about working together, as the settings say it.</summary>
/// <param name="BeginnerYears">
/// Years of work as a pedagogue up to which somebody is a beginner. The concept asks for mentoring of beginners and names no years.
/// </param>
/// <param name="MenteesPerMentor">Most pairs of one mentor at once. No source sets it.</param>
public sealed record CollaborationRules(int BeginnerYears, int MenteesPerMentor)
{
    /// <summary>The first day of work from which on somebody is a beginner today; the day on which the years are full still belongs to them.</summary>
    public DateOnly BeganSince(DateOnly today) => today.AddYears(-BeginnerYears);

    /// <summary>Whether somebody who began to work as a pedagogue on a day is a beginner today.</summary>
    public bool IsBeginner(DateOnly began, DateOnly today) => began >= BeganSince(today);
}

/// <summary>The school year, by which a pair or a cycle is planned where nothing else is said.</summary>
public static class SchoolYear
{
    private const int LastMonth = 5;
    private const int LastDay = 31;

    /// <summary>The last day of the school year that a day belongs to; a day of the summer belongs to the year that comes.</summary>
    public static DateOnly EndOf(DateOnly day) => new(day.Month > LastMonth ? day.Year + 1 : day.Year, LastMonth, LastDay);
}
