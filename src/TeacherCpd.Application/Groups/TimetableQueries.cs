using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>A session as it stands in the form: local day and times.</summary>
/// <param name="Id">Id of a session that is there; null for a new one.</param>
public sealed record SessionRow(
    Guid? Id, int Phase, PhaseKind Kind, DateOnly? Day, TimeOnly? From, TimeOnly? To, Guid? TrainerId, string? Room, string? Link);

/// <summary>A clash as people read it.</summary>
/// <param name="Row">Number of the row in the form, from 1.</param>
/// <param name="Begins">Beginning of the other session (UTC).</param>
/// <param name="Ends">Its end (UTC).</param>
/// <param name="OtherGroup">Code of its group; null for one of the same group.</param>
public sealed record ClashView(ClashKind Kind, int Row, DateTime Begins, DateTime Ends, string? OtherGroup);

/// <summary>Parts of the use cases of timetables.</summary>
internal static class TimetableQueries
{
    /// <summary>Most sessions of a group.</summary>
    public const int MostSessions = 250;

    /// <summary>What is wrong with rows by themselves, each fault at its field.</summary>
    public static IReadOnlyList<FieldFault> Faults(this IReadOnlyList<SessionRow> rows, StudyGroup group)
    {
        var faults = new List<FieldFault>();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            Check(row.Day is null, i, nameof(row.Day), "required");
            Check(row.From is null, i, nameof(row.From), "required");
            Check(row.To is null, i, nameof(row.To), "required");
            Check(row.From >= row.To, i, nameof(row.To), "session_ends_before");
            Check(row.Day < group.StartsOn || row.Day > group.EndsOn, i, nameof(row.Day), "session_outside_group", group.StartsOn, group.EndsOn);
            Check(!Enum.IsDefined(row.Kind), i, nameof(row.Kind), "required");
            Check(row.Room?.Length > 100, i, nameof(row.Room), "too_long");
            Check(row.Link?.Length > 500, i, nameof(row.Link), "too_long");
            Check(!Links.AreWeb(row.Link), i, nameof(row.Link), "link_wrong");
        }

        return faults;

        void Check(bool wrong, int index, string field, string code, params object?[] args)
        {
            if (wrong)
            {
                faults.Add(new FieldFault(string.Create(CultureInfo.InvariantCulture, $"Rows[{index}].{field}"), code, args));
            }
        }
    }

    /// <summary>The plan of a row that has no faults.</summary>
    public static SessionPlan Plan(this SessionRow row) => new(
        row.Phase,
        row.Kind,
        TimeZoneInfo.ConvertTimeToUtc(row.Day!.Value.ToDateTime(row.From!.Value), Clock.Zone),
        TimeZoneInfo.ConvertTimeToUtc(row.Day.Value.ToDateTime(row.To!.Value), Clock.Zone),
        row.TrainerId,
        row.Room.OrNothing(),
        row.Link.OrNothing());

    /// <summary>The row of a planned session.</summary>
    public static SessionRow Row(this SessionPlan plan, Guid? id)
    {
        var from = TimeZoneInfo.ConvertTimeFromUtc(plan.Begins, Clock.Zone);
        var to = TimeZoneInfo.ConvertTimeFromUtc(plan.Ends, Clock.Zone);
        return new SessionRow(
            id, plan.Phase, plan.Kind, DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(to), plan.TrainerId, plan.Room, plan.Link);
    }

    /// <summary>Names the state of a timetable: it changes with every change of it.</summary>
    public static string Stamp(this IEnumerable<Session> sessions)
    {
        var text = string.Join('/', sessions.OrderBy(s => s.Id).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Id}:{s.Revision}")));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    /// <summary>Every clash of a plan with itself and with the sessions of other groups.</summary>
    public static async Task<IReadOnlyList<ClashView>> ClashesAsync(
        this IAppDbContext db, StudyGroup mine, IReadOnlyList<SessionPlan> plan, CancellationToken cancellationToken)
    {
        if (plan.Count == 0)
        {
            return [];
        }

        var people = db.Enrolments.Where(e => e.GroupId == mine.Id && e.Status == EnrolmentStatus.Accepted).Select(e => e.PersonId);
        var shared = await db.Enrolments
            .Where(e => e.GroupId != mine.Id && e.Status == EnrolmentStatus.Accepted && people.Contains(e.PersonId))
            .GroupBy(e => e.GroupId)
            .Select(g => new { Group = g.Key, People = g.Count() })
            .ToDictionaryAsync(g => g.Group, g => g.People, cancellationToken);
        var groups = shared.Keys.ToList();
        var trainers = plan.Select(p => p.TrainerId).OfType<Guid>().Distinct().ToList();
        var rooms = plan.Select(p => Session.KeyOf(p.Room)).OfType<string>().Distinct().ToList();
        var (first, last) = (plan.Min(p => p.Begins), plan.Max(p => p.Ends));
        var others = await (
            from session in db.Sessions
            where session.GroupId != mine.Id && session.Begins < last && session.Ends > first
            join g in db.Groups on session.GroupId equals g.Id
            where g.Status != GroupStatus.Cancelled
                && ((session.TrainerId != null && EF.Parameter(trainers).Contains(session.TrainerId.Value))
                    || (g.BranchId == mine.BranchId && session.RoomKey != null && EF.Parameter(rooms).Contains(session.RoomKey))
                    || EF.Parameter(groups).Contains(g.Id))
            select new { Session = session, g.Id, g.Code, g.BranchId })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        var busy = others
            .Select(o => new BusySession(o.Session.Plan, o.Code, o.BranchId == mine.BranchId, shared.GetValueOrDefault(o.Id)))
            .ToList();
        return [.. Timetable.Clashes(plan, busy).Select(c => new ClashView(c.Kind, c.Row + 1, c.Other.Begins, c.Other.Ends, c.OtherGroup))];
    }
}
