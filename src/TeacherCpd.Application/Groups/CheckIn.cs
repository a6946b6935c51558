using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>A teacher in the room marks themselves as present by the code on the screen.</summary>
/// <param name="Code">What the screen shows; case, spaces and hyphens do not count.</param>
[RequirePermission(Permission.ApplyForCourses)]
public sealed record CheckInCommand(Guid SessionId, string Code) : ICommand<Done>;

/// <summary>A trainer or coordinator has recorded the person as absent: they set it right, not the code.</summary>
public sealed record MarkedAbsent() : Error("marked_absent", ErrorKind.Conflict);

internal sealed class CheckInValidator : AbstractValidator<CheckInCommand>
{
    public CheckInValidator() => RuleFor(c => c.Code).NotEmpty().WithErrorCode("required").MaximumLength(20).WithErrorCode("too_long");
}

internal sealed class CheckInHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CheckInCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CheckInCommand request, CancellationToken cancellationToken)
    {
        var enrolment = await (
            from session in db.Sessions
            where session.Id == request.SessionId
            join e in db.Enrolments.WithPlace() on session.GroupId equals e.GroupId
            where e.PersonId == user.Me
            select (Guid?)e.Id)
            .SingleOrDefaultAsync(cancellationToken);
        if (enrolment is not { } enrolmentId)
        {
            return new NotFound();
        }

        var mark = await db.AttendanceMarks.SingleOrDefaultAsync(m => m.SessionId == request.SessionId && m.EnrolmentId == enrolmentId, cancellationToken);
        if (mark is not null)
        {
            return mark.Presence == Presence.Absent ? new MarkedAbsent() : Done.Value;
        }

        var now = time.UtcNow();
        var window = await db.OpenWindowAsync(request.SessionId, now, cancellationToken);
        if ((window is null ? new AttendanceWindowClosed() : window.Check(request.Code, now)) is { } refused)
        {
            return refused;
        }

        mark = new AttendanceMark { SessionId = request.SessionId, EnrolmentId = enrolmentId };
        db.AttendanceMarks.Add(mark.Set(Presence.Present, null, AttendanceSource.Code, user.Me, now));
        return Done.Value;
    }
}
