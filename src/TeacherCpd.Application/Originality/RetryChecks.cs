using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Lets all failed checks of the own scope run again, the oldest first. Gives how many.</summary>
[RequirePermission(Permission.RunOriginality)]
public sealed record RetryChecksCommand : ICommand<int>
{
    /// <summary>Checks of one go: what is left stays in the list.</summary>
    public const int Most = 500;
}

internal sealed class RetryChecksHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<RetryChecksCommand, Result<int>>
{
    public async Task<Result<int>> Handle(RetryChecksCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var branches = db.Organisations.Within(user.Scopes(Permission.RunOriginality));
        var failed = await db.OriginalityChecks
            .Where(c => c.Status == CheckStatus.Failed && db.MaterialPlaces().Any(p => p.MaterialId == c.MaterialId && branches.Any(b => b.Id == p.BranchId)))
            .OrderBy(c => c.QueuedAt)
            .Take(RetryChecksCommand.Most)
            .ToListAsync(cancellationToken);
        foreach (var check in failed)
        {
            _ = check.Retry(now);
            jobs.CheckOriginality(check.Id);
        }

        return failed.Count;
    }
}
