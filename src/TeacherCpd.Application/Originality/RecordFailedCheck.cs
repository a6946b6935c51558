using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Counts a try of a check that failed; after the last one the check waits for a person.</summary>
/// <param name="CheckId">Check.</param>
/// <param name="StartedAt">When the try began (UTC).</param>
[SystemOnly]
public sealed record RecordFailedCheckCommand(Guid CheckId, DateTime StartedAt) : ICommand<Done>;

internal sealed class RecordFailedCheckHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordFailedCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordFailedCheckCommand request, CancellationToken cancellationToken)
    {
        var check = await db.OriginalityChecks
            .Include(c => c.Tries)
            .SingleOrDefaultAsync(c => c.Id == request.CheckId && c.Status == CheckStatus.Queued, cancellationToken);
        check?.FailOnce(RunOriginalityCheckCommand.MostAttempts, request.StartedAt, time.UtcNow());
        return Done.Value;
    }
}
