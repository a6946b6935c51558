using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>The school confirms what one of its teachers did outside courses.</summary>
/// <param name="ActivityId">Activity of somebody else.</param>
/// <param name="Seen">Revision that was looked at: what the teacher corrected meanwhile is not confirmed unseen.</param>
[RequirePermission(Permission.ConfirmDevelopment)]
public sealed record ConfirmActivityCommand(Guid ActivityId, int Seen) : ICommand<Done>;

/// <summary>The teacher corrected the activity since it was looked at.</summary>
public sealed record ActivityCorrectedMeanwhile() : Error("activity_corrected_meanwhile", ErrorKind.Conflict);

internal sealed class ConfirmActivityHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ConfirmActivityCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ConfirmActivityCommand request, CancellationToken cancellationToken)
    {
        var activity = await db.ActivitiesInReach(user, time.Today()).SingleOrDefaultAsync(a => a.Id == request.ActivityId, cancellationToken);
        if (activity is null)
        {
            return new NotFound();
        }

        if (activity.Status == ActivityStatus.Confirmed)
        {
            return Done.Value;
        }

        if (activity.Revision != request.Seen)
        {
            return new ActivityCorrectedMeanwhile();
        }

        return activity.Confirm(user.Me, time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
