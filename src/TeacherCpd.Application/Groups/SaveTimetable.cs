using System.Globalization;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>
/// A coordinator saves the timetable of a group as a whole. Clashes are shown first; they are saved only when the
/// coordinator says so. A session for which attendance is recorded stays on its day.
/// </summary>
/// <param name="Stamp">State of the timetable that the form showed.</param>
/// <param name="DespiteClashes">Whether the coordinator saw the clashes and saves all the same.</param>
[RequirePermission(Permission.ManageGroups)]
public sealed record SaveTimetableCommand(Guid GroupId, string Stamp, IReadOnlyList<SessionRow> Rows, bool DespiteClashes) : ICommand<Done>;

/// <summary>The timetable clashes; nothing was saved.</summary>
/// <param name="Count">How many clashes.</param>
public sealed record TimetableClashes(int Count) : Error("timetable_clashes", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Count];
}

/// <summary>Attendance is recorded for a session that would be removed or moved to another day.</summary>
/// <param name="Day">Day of the session.</param>
public sealed record SessionHasMarks(DateOnly Day) : Error("session_has_marks", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Day];
}

internal sealed class SaveTimetableValidator : AbstractValidator<SaveTimetableCommand>
{
    public SaveTimetableValidator() =>
        RuleFor(c => c.Rows).Must(r => r.Count <= TimetableQueries.MostSessions).WithErrorCode("out_of_range");
}

internal sealed class SaveTimetableHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<SaveTimetableCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SaveTimetableCommand request, CancellationToken cancellationToken)
    {
        // of two who plan the same trainer or room at once the second sees what the first saved
        await db.TakeTurnAsync("timetables", cancellationToken);
        var group = await db.ManagedBy(user).SingleOrDefaultAsync(g => g.Id == request.GroupId, cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        if (group.Status is GroupStatus.Closed or GroupStatus.Cancelled)
        {
            return new GroupOver();
        }

        if (request.Rows.Faults(group) is { Count: > 0 } faults)
        {
            return new InvalidInput(faults);
        }

        var sessions = await db.Sessions.Where(s => s.GroupId == group.Id).ToListAsync(cancellationToken);
        if (sessions.Stamp() != request.Stamp)
        {
            return new GroupChangedMeanwhile();
        }

        var plans = request.Rows.Select(r => (r.Id, Plan: r.Plan())).ToList();
        var known = sessions.ToDictionary(s => s.Id);
        if (plans.Exists(p => p.Id is { } id && !known.ContainsKey(id)) || plans.Where(p => p.Id is not null).GroupBy(p => p.Id).Any(g => g.Count() > 1))
        {
            return new NotFound();
        }

        if (await TrainerFaultsAsync(group, sessions, request.Rows, cancellationToken) is { Count: > 0 } trainers)
        {
            return new InvalidInput(trainers);
        }

        if (!request.DespiteClashes && await db.ClashesAsync(group, [.. plans.Select(p => p.Plan)], cancellationToken) is { Count: > 0 } clashes)
        {
            return new TimetableClashes(clashes.Count);
        }

        var marked = await db.AttendanceMarks.Where(m => db.Sessions.Any(s => s.Id == m.SessionId && s.GroupId == group.Id)).Select(m => m.SessionId).Distinct().ToListAsync(cancellationToken);
        var kept = plans.Where(p => p.Id is not null).ToDictionary(p => p.Id!.Value, p => p.Plan);
        foreach (var session in sessions)
        {
            var day = Clock.DayOf(session.Begins);
            var to = kept.GetValueOrDefault(session.Id);
            if (marked.Contains(session.Id) && (to is null || Clock.DayOf(to.Begins) != day))
            {
                return new SessionHasMarks(day);
            }

            if (to is null)
            {
                db.AttendanceWindows.RemoveRange(await db.AttendanceWindows.Where(w => w.SessionId == session.Id).ToListAsync(cancellationToken));
                db.Sessions.Remove(session);
            }
            else if (session.Plan != to)
            {
                session.Move(to);
            }
        }

        db.Sessions.AddRange(plans.Where(p => p.Id is null).Select(p => Session.Of(group.Id, p.Plan)));
        return Done.Value;
    }

    // whoever was set before the authorisation ended stays: taking off has its own way, with a warning
    private async Task<IReadOnlyList<FieldFault>> TrainerFaultsAsync(
        StudyGroup group, IReadOnlyList<Session> sessions, IReadOnlyList<SessionRow> rows, CancellationToken cancellationToken)
    {
        var set = sessions.Where(s => s.TrainerId is not null).Select(s => (Trainer: s.TrainerId!.Value, Day: Clock.DayOf(s.Begins))).ToHashSet();
        var added = rows
            .Select((row, i) => (Row: i, Span: (PersonId: row.TrainerId ?? group.TrainerId, First: row.Day!.Value, Last: row.Day.Value)))
            .Where(r => r.Span.PersonId != group.TrainerId && !set.Contains((r.Span.PersonId, r.Span.First)))
            .ToList();
        if (added.Count == 0 || await db.ProgrammeOfAsync(group.ProgrammeVersionId, cancellationToken) is not { } programme)
        {
            return [];
        }

        var obstacles = await db.ObstaclesAsync(programme, [.. added.Select(a => a.Span)], cancellationToken);
        var people = obstacles.Keys.Select(k => k.PersonId).Distinct().ToList();
        var names = await db.Persons
            .Where(p => EF.Parameter(people).Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.FamilyName + " " + p.GivenName, cancellationToken);
        return
        [
            .. added
                .Where(a => obstacles.ContainsKey(a.Span))
                .Select(a => (a.Row, Name: names.GetValueOrDefault(a.Span.PersonId), First: obstacles[a.Span][0]))
                .Select(a => new FieldFault(
                    string.Create(CultureInfo.InvariantCulture, $"Rows[{a.Row}].{nameof(SessionRow.TrainerId)}"),
                    "trainer_may_not_teach",
                    [a.Name, a.First.Kind, a.First.Day])),
        ];
    }
}
