using System.Globalization;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>Moments in credentials. Clocks of verifiers may be some minutes behind ours.</summary>
internal static class ClockTolerance
{
    /// <summary>How far behind a clock may be that still takes what was signed now: a little more than five minutes.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromMinutes(6);

    /// <summary>A moment as JSON-LD writes it, in whole seconds.</summary>
    public static string Written(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A moment as tokens write it.</summary>
    public static long Seconds(DateTime utc) => new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeSeconds();
}
