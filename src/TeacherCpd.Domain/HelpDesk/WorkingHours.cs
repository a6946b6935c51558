using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.HelpDesk;

/// <summary>The hours in which the help desk works, on <see cref="WorkingDays"/>.</summary>
/// <param name="Opens">When it opens.</param>
/// <param name="Closes">When it closes; later than that.</param>
/// <param name="Zone">Zone in which both are meant.</param>
public sealed record WorkingHours(TimeOnly Opens, TimeOnly Closes, TimeZoneInfo Zone)
{
    /// <summary>Whole minutes of working time between two moments in UTC; 0 where none lies between them.</summary>
    public int MinutesBetween(DateTime from, DateTime to)
    {
        var (begin, end) = (TimeZoneInfo.ConvertTimeFromUtc(from, Zone), TimeZoneInfo.ConvertTimeFromUtc(to, Zone));
        var worked = TimeSpan.Zero;
        for (var day = DateOnly.FromDateTime(begin); day <= DateOnly.FromDateTime(end); day = day.AddDays(1))
        {
            if (!WorkingDays.Contain(day))
            {
                continue;
            }

            var (opens, closes) = (day.ToDateTime(Opens), day.ToDateTime(Closes));
            var (since, until) = (begin > opens ? begin : opens, end < closes ? end : closes);
            worked += until > since ? until - since : TimeSpan.Zero;
        }

        return (int)worked.TotalMinutes;
    }
}
