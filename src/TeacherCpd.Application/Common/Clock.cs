namespace TeacherCpd.Application.Common;

/// <summary>Time as the product stores it.</summary>
public static class Clock
{
    /// <summary>The zone in which days begin and end; Kazakhstan has had one zone (UTC+5) since March 2024.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    /// <summary>Now in UTC, in whole milliseconds: what every database keeps alike.</summary>
    public static DateTime UtcNow(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    /// <summary>Today in Kazakhstan.</summary>
    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow().UtcDateTime);

    /// <summary>A moment in UTC as clocks in Kazakhstan show it.</summary>
    public static DateTime LocalOf(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>When a day begins in Kazakhstan (UTC).</summary>
    public static DateTime BeginOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>The day in Kazakhstan of a moment in UTC.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(utc, Zone));
}
