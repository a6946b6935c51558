using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups;

/// <summary>A trainer or coordinator takes no more codes for a session.</summary>
[RequirePermission(Permission.TakeAttendance)]
public sealed record CloseAttendanceCommand(Guid SessionId) : ICommand<Done>;

internal sealed class CloseAttendanceHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CloseAttendanceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseAttendanceCommand request, CancellationToken cancellationToken)
    {
        if (await db.AttendedSessionAsync(user, request.SessionId, cancellationToken) is not { } session)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        (await db.OpenWindowAsync(session.Id, now, cancellationToken))?.Close(now);
        return Done.Value;
    }
}
