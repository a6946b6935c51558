using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Originality;

/// <summary>Leaves a handout out of checks from now on; those that were done stay as they are.</summary>
[RequirePermission(Permission.ManageOriginality)]
public sealed record RetireHandoutCommand(Guid HandoutId) : ICommand<Done>;

internal sealed class RetireHandoutHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RetireHandoutCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetireHandoutCommand request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.ManageOriginality))
        {
            return new Forbidden();
        }

        var handout = await db.Handouts.SingleOrDefaultAsync(h => h.Id == request.HandoutId, cancellationToken);
        return handout is null ? new NotFound() : handout.Retire(time.UtcNow()) is { } error ? error : Done.Value;
    }
}
