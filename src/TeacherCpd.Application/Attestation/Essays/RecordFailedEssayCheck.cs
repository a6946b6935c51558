using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Essays;

/// <summary>Counts a try of a check that broke off; after the last one a person must look.</summary>
[SystemOnly]
public sealed record RecordFailedEssayCheckCommand(Guid EssayId) : ICommand<Done>;

internal sealed class RecordFailedEssayCheckHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordFailedEssayCheckCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordFailedEssayCheckCommand request, CancellationToken cancellationToken)
    {
        var essay = await db.CaseEssays.SingleAsync(e => e.Id == request.EssayId, cancellationToken);
        essay.FailOnce(RunOriginalityCheckCommand.MostAttempts, time.UtcNow());
        return Done.Value;
    }
}
