using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>A teacher takes an activity back, before it is confirmed.</summary>
/// <param name="ActivityId">Own activity.</param>
[RequirePermission(Permission.RecordDevelopment)]
public sealed record WithdrawActivityCommand(Guid ActivityId) : ICommand<Done>;

internal sealed class WithdrawActivityHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<WithdrawActivityCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawActivityCommand request, CancellationToken cancellationToken)
    {
        var activity = await db.DevelopmentActivities.SingleOrDefaultAsync(a => a.Id == request.ActivityId && a.PersonId == user.Me, cancellationToken);
        if (activity is null)
        {
            return new NotFound();
        }

        return activity.Status != ActivityStatus.Withdrawn && activity.Withdraw(time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
