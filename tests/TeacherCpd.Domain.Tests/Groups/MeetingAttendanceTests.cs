using System.Globalization;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Domain.Tests.Groups;

/// <summary>How long somebody was in a meeting, as programs write it.</summary>
public sealed class MeetingAttendanceTests
{
    private static readonly DateTime Begins = new(2026, 2, 3, 4, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Ends = Begins.AddHours(2);

    [Theory]
    [InlineData("1h 5m 12s", 3912)]
    [InlineData("5m 12s", 312)]
    [InlineData("45s", 45)]
    [InlineData("1 hr 5 min", 3900)]
    [InlineData("01:05:12", 3912)]
    [InlineData("65", 3900)]
    [InlineData("65,5", 3930)]
    [InlineData("1 ч 5 мин 12 с", 3912)]
    [InlineData("2 часа", 7200)]
    [InlineData("1 сағ 5 мин", 3900)]
    [InlineData("", null)]
    [InlineData("Айгүл", null)]
    [InlineData("999999", null)]
    public void A_length_is_read_in_each_spelling(string words, int? seconds) =>
        Assert.Equal(seconds, MeetingWords.Length(words) is { } length ? (int)length.TotalSeconds : null);

    [Theory]
    [InlineData("2/3/2026, 9:02:11 AM", "2026-02-03T09:02:11")]
    [InlineData("3.2.2026 09:02:11", "2026-02-03T09:02:11")]
    [InlineData("03/02/2026 9:02", "2026-02-03T09:02:00")]
    [InlineData("2026-02-03 21:02:11", "2026-02-03T21:02:11")]
    [InlineData("02/03/2026 09:02:11 PM", "2026-02-03T21:02:11")]
    [InlineData("кеше", null)]
    public void A_moment_is_the_reading_nearest_to_the_session(string words, string? moment) =>
        Assert.Equal(moment is null ? null : DateTime.Parse(moment, CultureInfo.InvariantCulture), MeetingWords.Moment(words, new DateTime(2026, 2, 3, 9, 0, 0)));

    [Fact]
    public void Stays_that_overlap_count_once_and_only_within_the_session()
    {
        Assert.Equal(120, MeetingTime.Minutes([Stay(-10, 200)], Begins, Ends));
        Assert.Equal(50, MeetingTime.Minutes([Stay(0, 30), Stay(10, 40), Stay(15, 20), Stay(110, 130)], Begins, Ends));
        Assert.Equal(30, MeetingTime.Minutes([Stay(0, 30), Stay(0, 30)], Begins, Ends));
        Assert.Equal(0, MeetingTime.Minutes([Stay(-60, -5), Stay(130, 140)], Begins, Ends));
        Assert.Equal(0, MeetingTime.Minutes([], Begins, Ends));
        Assert.Equal(25, MeetingTime.Minutes([new(Begins, null, TimeSpan.FromMinutes(25.9))], Begins, Ends));
        Assert.Equal(120, MeetingTime.Minutes([new(null, null, TimeSpan.FromMinutes(100)), new(null, null, TimeSpan.FromMinutes(100))], Begins, Ends));
    }

    [Theory]
    [InlineData(96, Presence.Present)]
    [InlineData(95, Presence.Late)]
    [InlineData(48, Presence.Late)]
    [InlineData(47, Presence.Absent)]
    [InlineData(0, Presence.Absent)]
    public void The_share_of_the_session_proposes_a_mark(int minutes, Presence presence) => Assert.Equal(presence, new MeetingRules(80, 40).Propose(minutes, 120));

    [Fact]
    public void Nobody_who_was_not_there_is_late() => Assert.Equal(Presence.Absent, new MeetingRules(80, 0).Propose(0, 120));

    private static MeetingStay Stay(int from, int to) => new(Begins.AddMinutes(from), Begins.AddMinutes(to), null);
}
