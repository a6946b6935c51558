using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Trainers;

/// <summary>Puts a failed check of a reflective report into the queue again.</summary>
[RequirePermission(Permission.RecertifyTrainers)]
public sealed record RetryReflectiveCheckCommand(Guid CheckId) : ICommand<Done>;

internal sealed class RetryReflectiveCheckHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<RetryReflectiveCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryReflectiveCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await db.ReflectiveChecks.SingleOrDefaultAsync(c => c.Id == request.CheckId, cancellationToken);
        if (check is null)
        {
            return new NotFound();
        }

        if (check.Retry(time.UtcNow()) is { } error)
        {
            return error;
        }

        jobs.CheckReflectiveReport(check.Id);
        return Done.Value;
    }
}
