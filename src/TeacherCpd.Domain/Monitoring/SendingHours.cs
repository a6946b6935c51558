using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>When reminders may be sent: not at night, and on working days where nobody wants it otherwise. The clocks are those of Kazakhstan, which has one zone and no summer time.</summary>
/// <param name="From">First minute.</param>
/// <param name="Until">The minute after the last one, later than <paramref name="From"/>.</param>
/// <param name="OnDaysOfRest">Whether they are sent on days of rest too.</param>
public sealed record SendingHours(TimeOnly From, TimeOnly Until, bool OnDaysOfRest = false)
{
    /// <summary>Whether a reminder may go out.</summary>
    /// <param name="local">The moment as clocks in Kazakhstan show it.</param>
    public bool Allow(DateTime local) =>
        (OnDaysOfRest || WorkingDays.Contain(DateOnly.FromDateTime(local))) && TimeOnly.FromDateTime(local) >= From && TimeOnly.FromDateTime(local) < Until;
}
