using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Trainers;

/// <summary>Counts a try of a check that broke off; after the last one a person must look.</summary>
[SystemOnly]
public sealed record RecordFailedReflectiveCheckCommand(Guid CheckId) : ICommand<Done>;

internal sealed class RecordFailedReflectiveCheckHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordFailedReflectiveCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordFailedReflectiveCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await db.ReflectiveChecks.SingleAsync(c => c.Id == request.CheckId, cancellationToken);
        if (check.Status == CheckStatus.Queued)
        {
            check.FailOnce(RunOriginalityCheckCommand.MostAttempts, time.UtcNow());
        }

        return Done.Value;
    }
}
