using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups.Notices;

/// <summary>Records what came of a try to send a notice.</summary>
/// <param name="Attempt">The try, as the claim numbered it: a sender who comes back too late records nothing.</param>
[SystemOnly]
public sealed record RecordNoticeCommand(Guid NoticeId, int Attempt, SendOutcome Outcome) : ICommand<Done>;

internal sealed class RecordNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordNoticeCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.EnrolmentNotices.SingleAsync(n => n.Id == request.NoticeId, cancellationToken);
        notice.Record(request.Attempt, request.Outcome, time.UtcNow());
        return Done.Value;
    }
}
