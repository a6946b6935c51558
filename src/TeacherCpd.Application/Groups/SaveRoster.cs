using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A trainer or coordinator records who was at a session. Who is not named keeps what is recorded.</summary>
[RequirePermission(Permission.TakeAttendance)]
public sealed record SaveRosterCommand(Guid SessionId, IReadOnlyList<RosterMark> Marks) : ICommand<RosterSaved>;

/// <summary>The mark of one person.</summary>
public sealed record RosterMark(Guid EnrolmentId, Presence Presence, AbsenceReason? Reason);

/// <summary>What stands in the database now.</summary>
public sealed record RosterSaved(int Came, int Absent);

/// <summary>The session is in the days to come, or the group is over.</summary>
public sealed record AttendanceNotOpen() : Error("attendance_not_open", ErrorKind.Conflict);

internal sealed class SaveRosterValidator : AbstractValidator<SaveRosterCommand>
{
    public SaveRosterValidator() => RuleForEach(c => c.Marks).ChildRules(m =>
    {
        m.RuleFor(x => x.Presence).IsInEnum().WithErrorCode("required");
        m.RuleFor(x => x.Reason).IsInEnum().WithErrorCode("required");
    });
}

internal sealed class SaveRosterHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SaveRosterCommand, Result<RosterSaved>>
{
    public async Task<Result<RosterSaved>> Handle(SaveRosterCommand request, CancellationToken cancellationToken)
    {
        var session = await db.AttendedSessionAsync(user, request.SessionId, cancellationToken);
        if (session is null)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var status = await db.Groups.Where(g => g.Id == session.GroupId).Select(g => g.Status).SingleAsync(cancellationToken);
        if (!Attending.IsOpen(session, status, now))
        {
            return new AttendanceNotOpen();
        }

        var people = (await db.Enrolments.WithPlace().Where(e => e.GroupId == session.GroupId).Select(e => e.Id).ToListAsync(cancellationToken)).ToHashSet();
        if (!request.Marks.All(m => people.Contains(m.EnrolmentId)))
        {
            return new NotFound();
        }

        var marks = await db.AttendanceMarks.Where(m => m.SessionId == session.Id).ToDictionaryAsync(m => m.EnrolmentId, cancellationToken);
        foreach (var given in request.Marks.DistinctBy(m => m.EnrolmentId))
        {
            if (!marks.TryGetValue(given.EnrolmentId, out var mark))
            {
                mark = new AttendanceMark { SessionId = session.Id, EnrolmentId = given.EnrolmentId };
                marks.Add(given.EnrolmentId, mark);
                db.AttendanceMarks.Add(mark);
            }
            else if (mark.Presence == given.Presence && (mark.Reason == given.Reason || given.Presence != Presence.Absent))
            {
                // nothing new: who marked themselves by code stays so
                continue;
            }

            mark.Set(given.Presence, given.Reason, AttendanceSource.Roster, user.Me, now);
        }

        return new RosterSaved(marks.Values.Count(m => m.Presence != Presence.Absent), marks.Values.Count(m => m.Presence == Presence.Absent));
    }
}
