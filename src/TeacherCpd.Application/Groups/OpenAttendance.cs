using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A trainer or coordinator lets people mark themselves by the code shown in the room. A window that is open is closed.</summary>
/// <param name="Minutes">For how long, 1 to 60.</param>
[RequirePermission(Permission.TakeAttendance)]
public sealed record OpenAttendanceCommand(Guid SessionId, int Minutes) : ICommand<Done>;

internal sealed class OpenAttendanceValidator : AbstractValidator<OpenAttendanceCommand>
{
    public OpenAttendanceValidator() =>
        RuleFor(c => c.Minutes).InclusiveBetween(1, AttendanceWindow.LongestMinutes).WithErrorCode("out_of_range");
}

internal sealed class OpenAttendanceHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<OpenAttendanceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(OpenAttendanceCommand request, CancellationToken cancellationToken)
    {
        var session = await db.AttendedSessionAsync(user, request.SessionId, cancellationToken);
        if (session is null)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var status = await db.Groups.Where(g => g.Id == session.GroupId).Select(g => g.Status).SingleAsync(cancellationToken);
        if (!Attending.IsOpen(session, status, now) || Clock.DayOf(session.Begins) != Clock.DayOf(now))
        {
            return new AttendanceNotOpen();
        }

        (await db.OpenWindowAsync(session.Id, now, cancellationToken))?.Close(now);
        db.AttendanceWindows.Add(AttendanceWindow.Open(session.Id, now, request.Minutes));
        return Done.Value;
    }
}
