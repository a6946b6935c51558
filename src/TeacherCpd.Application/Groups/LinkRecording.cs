using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>Says where a session that took place can be watched again; participants find it in their calendar.</summary>
/// <param name="Address">Address of the recording, of the web; empty takes it away.</param>
[RequirePermission(Permission.TakeAttendance)]
public sealed record LinkRecordingCommand(Guid SessionId, string Address) : ICommand<Done>;

/// <summary>The session has not begun: there is nothing to watch.</summary>
public sealed record RecordingBeforeSession() : Error("recording_before_session", ErrorKind.Conflict);

internal sealed class LinkRecordingValidator : AbstractValidator<LinkRecordingCommand>
{
    public LinkRecordingValidator() => RuleFor(c => c.Address).Cascade(CascadeMode.Stop)
        .MaximumLength(Session.AddressLength).WithErrorCode("too_long")
        .Must(Links.AreWeb).WithErrorCode("library_link");
}

internal sealed class LinkRecordingHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<LinkRecordingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(LinkRecordingCommand request, CancellationToken cancellationToken)
    {
        var groups = db.AttendedTo(user);
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == request.SessionId && groups.Any(g => g.Id == s.GroupId), cancellationToken);
        if (session is null)
        {
            return new NotFound();
        }

        if (session.Begins > time.UtcNow())
        {
            return new RecordingBeforeSession();
        }

        session.CanBeWatchedAt(request.Address.OrNothing());
        return Done.Value;
    }
}
