using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Planning.Notices;

/// <summary>Records what came of a try to send a notice.</summary>
/// <param name="NoticeId">Notice.</param>
/// <param name="Attempt">The try, as the claim numbered it: a sender who comes back too late records nothing.</param>
/// <param name="Outcome">What came of it.</param>
[SystemOnly]
public sealed record RecordPlanNoticeCommand(Guid NoticeId, int Attempt, SendOutcome Outcome) : ICommand<Done>;

internal sealed class RecordPlanNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordPlanNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordPlanNoticeCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.PlanNotices.SingleAsync(n => n.Id == request.NoticeId, cancellationToken);
        notice.Record(request.Attempt, request.Outcome, time.UtcNow());
        return Done.Value;
    }
}
