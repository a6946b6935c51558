using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Essays;

/// <summary>The secretary puts the failed check of a case's essay into the queue again.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record RetryEssayCheckCommand(Guid CaseId) : ICommand<Done>;

internal sealed class RetryEssayCheckHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<RetryEssayCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryEssayCheckCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var essay = await db.CaseEssays.SingleOrDefaultAsync(e => e.CaseId == request.CaseId, cancellationToken);
        if (essay is null)
        {
            return new NotFound();
        }

        if (essay.Retry(time.UtcNow()) is { } error)
        {
            return error;
        }

        jobs.CheckEssay(essay.Id);
        return Done.Value;
    }
}
