using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Originality;

/// <summary>The trainer or a coordinator has seen that a result went over the threshold: it is told no more.</summary>
[SignedIn]
public sealed record NoteCrossingCommand(Guid CheckId) : ICommand<Done>;

internal sealed class NoteCrossingHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<NoteCrossingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(NoteCrossingCommand request, CancellationToken cancellationToken)
    {
        var check = await db.OriginalityChecks.SingleOrDefaultAsync(c => c.Id == request.CheckId, cancellationToken);
        var work = check is null ? null : await db.WorkPlaces().AsNoTracking().SingleAsync(w => w.VersionId == check.VersionId, cancellationToken);
        if (check is null || !work!.IsJudgedBy(user))
        {
            return new NotFound();
        }

        check.NoteCrossing(user.Me, time.UtcNow());
        return Done.Value;
    }
}
