using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Lets a check run again that failed, or whose turn does not come.</summary>
[RequirePermission(Permission.RunOriginality)]
public sealed record RetryCheckCommand(Guid CheckId) : ICommand<Done>;

internal sealed class RetryCheckHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<RetryCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryCheckCommand request, CancellationToken cancellationToken)
    {
        var branches = db.Organisations.Within(user.Scopes(Permission.RunOriginality));
        var check = await db.OriginalityChecks
            .Where(c => c.Id == request.CheckId && db.MaterialPlaces().Any(p => p.MaterialId == c.MaterialId && branches.Any(b => b.Id == p.BranchId)))
            .SingleOrDefaultAsync(cancellationToken);
        if (check is null)
        {
            return new NotFound();
        }

        // one that is still queued needs a job, not another state
        if (check.Status != CheckStatus.Queued && check.Retry(time.UtcNow()) is { } error)
        {
            return error;
        }

        jobs.CheckOriginality(check.Id);
        return Done.Value;
    }
}
