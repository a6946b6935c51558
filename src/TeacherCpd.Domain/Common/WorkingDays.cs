namespace TeacherCpd.Domain.Common;

/// <summary>
/// Working days of Kazakhstan: Monday to Friday without the holidays that have a fixed date (Law on Holidays of
/// 13.12.2001, articles 2 to 4). Qurban Ait moves with the moon, and the Government moves days of rest from year to year:
/// those a person corrects in the plan.
/// </summary>
public static class WorkingDays
{
    private static readonly (int Month, int Day)[] Holidays =
        [(1, 1), (1, 2), (1, 7), (3, 8), (3, 21), (3, 22), (3, 23), (5, 1), (5, 7), (5, 9), (7, 6), (8, 30), (10, 25), (12, 16)];

    /// <summary>Whether people work on a day.</summary>
    public static bool Contain(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Holidays.Contains((day.Month, day.Day));

    /// <summary>The day itself, or the next one on which people work.</summary>
    public static DateOnly OnOrAfter(DateOnly day)
    {
        while (!Contain(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>The day itself, or the last one before it on which people work.</summary>
    public static DateOnly OnOrBefore(DateOnly day)
    {
        while (!Contain(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }
}
