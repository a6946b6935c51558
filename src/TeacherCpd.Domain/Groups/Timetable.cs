using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Domain.Groups;

/// <summary>Whose time, or which room, is needed twice.</summary>
public enum ClashKind
{
    /// <summary>The trainer leads two sessions at once.</summary>
    Trainer,

    /// <summary>The room is taken.</summary>
    Room,

    /// <summary>People of the group have another session of theirs.</summary>
    Participants,

    /// <summary>Two sessions of the group itself are at the same time.</summary>
    SameGroup,
}

/// <summary>A session of another group, with what it shares with the group that is planned.</summary>
/// <param name="Plan">When, where and with whom.</param>
/// <param name="GroupCode">Group.</param>
/// <param name="InSameBranch">Whether its rooms are rooms of the same branch.</param>
/// <param name="SharedPeople">How many people have a place in both groups.</param>
public sealed record BusySession(SessionPlan Plan, string GroupCode, bool InSameBranch, int SharedPeople);

/// <summary>Two sessions that cannot both take place as planned.</summary>
/// <param name="Kind">What they share.</param>
/// <param name="Row">Place of the session in the plan that was checked, from 0.</param>
/// <param name="Other">The other session.</param>
/// <param name="OtherGroup">Code of its group; null for one of the same group.</param>
public sealed record Clash(ClashKind Kind, int Row, SessionPlan Other, string? OtherGroup);

/// <summary>The timetable of a group does not make sense or clashes.</summary>
public static class Timetable
{
    /// <summary>Hours of a day of teaching when a phase says its hours and not its days.</summary>
    public const int HoursADay = 8;

    /// <summary>Minutes of an academic hour.</summary>
    public const int MinutesAnHour = 45;

    private const int DaysAWeek = 5;
    private const int MinutesOfBreaks = 60;

    /// <summary>
    /// Proposes a session for every working day of every phase, phases one after another: what a coordinator then
    /// changes. Days of a phase come from the programme, weeks
    /// have five; where it names neither, its hours make days of eight.
    /// </summary>
    /// <param name="phases">Phases of the version, in order.</param>
    /// <param name="firstDay">First day of the group.</param>
    /// <param name="begins">Time at which a day begins (local).</param>
    /// <param name="zone">Zone of the local time.</param>
    /// <param name="trainerId">Trainer of the group.</param>
    /// <param name="venue">Room for days of classroom; null where it is not known.</param>
    /// <param name="link">Address for days at a distance; null where it is not known.</param>
    public static IReadOnlyList<SessionPlan> Propose(
        IEnumerable<ProgrammePhase> phases, DateOnly firstDay, TimeOnly begins, TimeZoneInfo zone, Guid trainerId, string? venue, string? link)
    {
        var plans = new List<SessionPlan>();
        var day = firstDay;
        foreach (var phase in phases.OrderBy(p => p.Order))
        {
            var days = Math.Max(1, phase.Days ?? phase.Weeks * DaysAWeek ?? (phase.Hours + HoursADay - 1) / HoursADay);
            var minutes = Math.Clamp(phase.Hours * MinutesAnHour / days + MinutesOfBreaks, MinutesAnHour, 12 * 60);
            for (var i = 0; i < days; i++)
            {
                day = WorkingDays.OnOrAfter(day);
                var from = TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(begins), zone);
                plans.Add(new SessionPlan(
                    phase.Order,
                    phase.Kind,
                    from,
                    from.AddMinutes(minutes),
                    phase.Kind == PhaseKind.SchoolPractice ? null : trainerId,
                    phase.Kind == PhaseKind.Classroom ? venue : null,
                    phase.Kind == PhaseKind.Distance ? link : null));
                day = day.AddDays(1);
            }
        }

        return plans;
    }

    /// <summary>Finds every clash of a plan: within itself and with sessions of other groups.</summary>
    /// <param name="plan">Sessions of the group.</param>
    /// <param name="others">Sessions of other groups in the same days.</param>
    public static IReadOnlyList<Clash> Clashes(IReadOnlyList<SessionPlan> plan, IReadOnlyList<BusySession> others)
    {
        var clashes = new List<Clash>();
        for (var row = 0; row < plan.Count; row++)
        {
            var session = plan[row];
            for (var other = 0; other < row; other++)
            {
                if (session.Overlaps(plan[other]))
                {
                    clashes.Add(new Clash(ClashKind.SameGroup, row, plan[other], null));
                }
            }

            foreach (var other in others.Where(o => o.Plan.Overlaps(session)))
            {
                if (session.TrainerId is { } trainer && trainer == other.Plan.TrainerId)
                {
                    clashes.Add(new Clash(ClashKind.Trainer, row, other.Plan, other.GroupCode));
                }

                if (other.InSameBranch && Session.KeyOf(session.Room) is { } room && room == Session.KeyOf(other.Plan.Room))
                {
                    clashes.Add(new Clash(ClashKind.Room, row, other.Plan, other.GroupCode));
                }

                if (other.SharedPeople > 0)
                {
                    clashes.Add(new Clash(ClashKind.Participants, row, other.Plan, other.GroupCode));
                }
            }
        }

        return clashes;
    }
}
