using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Networks.Notices;

/// <summary>Records what came of a try to send a notice.</summary>
/// <param name="NoticeId">Notice.</param>
/// <param name="Attempt">The try, as the claim numbered it: a sender who comes back too late records nothing.</param>
/// <param name="Outcome">What came of it.</param>
[SystemOnly]
public sealed record RecordVisitNoticeCommand(Guid NoticeId, int Attempt, SendOutcome Outcome) : ICommand<Done>;

internal sealed class RecordVisitNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordVisitNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordVisitNoticeCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.VisitNotices.SingleAsync(n => n.Id == request.NoticeId, cancellationToken);
        notice.Record(request.Attempt, request.Outcome, time.UtcNow());
        return Done.Value;
    }
}
