using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Testing.Player;

/// <summary>Ends the own attempt before its time; there is no way back. A second end changes nothing.</summary>
[RequirePermission(Permission.TakeTrialTests)]
public sealed record EndAttemptCommand(Guid AttemptId) : ICommand<Done>;

internal sealed class EndAttemptHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EndAttemptCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndAttemptCommand request, CancellationToken cancellationToken)
    {
        var attempt = await db.FindAttemptAsync(user, request.AttemptId, cancellationToken);
        if (attempt is null)
        {
            return new NotFound();
        }

        await db.EndAsync(attempt, time.UtcNow(), cancellationToken);
        return Done.Value;
    }
}
