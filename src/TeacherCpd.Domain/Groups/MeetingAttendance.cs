using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherCpd.Domain.Groups;

/// <summary>What the settings say about lists of meetings. No source names a share.</summary>
/// <param name="PresentPercent">Least share of the session, in per cent, with which somebody is proposed as present.</param>
/// <param name="LatePercent">Least share with which somebody is proposed as late; below it as absent.</param>
public sealed record MeetingRules(int PresentPercent, int LatePercent)
{
    /// <summary>What is proposed for somebody.</summary>
    /// <param name="minutes">Minutes in the meeting.</param>
    /// <param name="of">Minutes of the session, above 0.</param>
    public Presence Propose(int minutes, int of) =>
        minutes * 100L >= PresentPercent * (long)of ? Presence.Present
        : minutes * 100L >= LatePercent * (long)of && minutes > 0 ? Presence.Late
        : Presence.Absent;
}

/// <summary>A stay of somebody in a meeting, as a row of the list has it.</summary>
/// <param name="From">When the person came (UTC); null where the list does not say.</param>
/// <param name="To">When the person left (UTC); null where the list does not say.</param>
/// <param name="Length">How long the stay was; null where the list does not say.</param>
public sealed record MeetingStay(DateTime? From, DateTime? To, TimeSpan? Length);

/// <summary>How long somebody was in a session, by the stays of a list.</summary>
public static class MeetingTime
{
    /// <summary>
    /// Whole minutes within the session, rounded down. Stays that overlap, as from two devices, count once. A stay without its moments counts by its
    /// length; together no more than the session has.
    /// </summary>
    /// <param name="stays">Stays of one person.</param>
    /// <param name="begins">Beginning of the session (UTC).</param>
    /// <param name="ends">End of the session (UTC).</param>
    public static int Minutes(IEnumerable<MeetingStay> stays, DateTime begins, DateTime ends)
    {
        ArgumentNullException.ThrowIfNull(stays);
        var (sum, last) = (TimeSpan.Zero, begins);
        var known = stays.ToLookup(s => s.From is not null && (s.To ?? s.From + s.Length) is not null);
        foreach (var (from, to) in known[true].Select(s => (From: s.From!.Value, To: (s.To ?? s.From + s.Length)!.Value)).OrderBy(s => s.From))
        {
            var (start, end) = (from > last ? from : last, to < ends ? to : ends);
            if (end > start)
            {
                (sum, last) = (sum + (end - start), end);
            }
        }

        sum += known[false].Aggregate(TimeSpan.Zero, (all, s) => all + (s.Length ?? TimeSpan.Zero));
        return (int)Math.Floor((sum < ends - begins ? sum : ends - begins).TotalMinutes);
    }
}

/// <summary>Lengths and moments as programs for meetings write them.</summary>
public static partial class MeetingWords
{
    private static readonly string[] DayFirst = ["d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d.M.yy", "d/M/yy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M/d/yy"];
    private static readonly string[] YearFirst = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"];
    private static readonly string[] Times = ["H:mm:ss", "H:mm", "h:mm:ss tt", "h:mm tt"];

    /// <summary>
    /// A length: "1h 5m 12s", "1 ч 5 мин", "1 сағ 5 мин", "01:05:12" (hours first), or a bare number, which is minutes. Null for anything else.
    /// </summary>
    /// <param name="words">Words of the cell.</param>
    public static TimeSpan? Length(string words)
    {
        var clean = (words ?? "").Trim().ToLowerInvariant();
        if (double.TryParse(clean.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var minutes))
        {
            return minutes <= LongestMinutes ? TimeSpan.FromMinutes(minutes) : null;
        }

        var clock = Clock().Match(clean);
        if (clock.Success)
        {
            return new TimeSpan(Number(clock, "h"), Number(clock, "m"), Number(clock, "s"));
        }

        var parts = Parts().Match(clean);
        return parts.Success && clean.Length > 0 ? new TimeSpan(Number(parts, "h"), Number(parts, "m"), Number(parts, "s")) : null;
    }

    /// <summary>
    /// A moment without its zone. Where day and month can be taken for each other, the reading nearest to the session is the one that was meant.
    /// </summary>
    /// <param name="words">Words of the cell.</param>
    /// <param name="near">Beginning of the session, in the zone of the list.</param>
    public static DateTime? Moment(string words, DateTime near)
    {
        var clean = Gaps().Replace((words ?? "").Replace(',', ' ').Replace('T', ' ').Trim(), " ");
        return DayFirst.Concat(MonthFirst).Concat(YearFirst)
            .SelectMany(day => Times.Select(time => $"{day} {time}"))
            .Select(format => DateTime.TryParseExact(clean, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : (DateTime?)null)
            .Where(m => m is not null)
            .MinBy(m => (m!.Value - near).Duration());
    }

    private const double LongestMinutes = 1440;

    private static int Number(Match match, string group) => int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<m>\d{1,2})(:(?<s>\d{1,2}))?$")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^((?<h>\d{1,2})\s*(hours?|hrs?|h|час\w*|ч\.?|сағ\w*\.?)\s*)?((?<m>\d{1,4})\s*(minutes?|mins?|m|мин\w*\.?|м\.?)\s*)?((?<s>\d{1,4})\s*(seconds?|secs?|s|сек\w*\.?|с\.?))?$")]
    private static partial Regex Parts();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Gaps();
}
