using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Records what came of a try to send a notice.</summary>
/// <param name="NoticeId">Notice.</param>
/// <param name="Attempt">The try, as the claim numbered it: a sender who comes back too late records nothing.</param>
/// <param name="Outcome">What came of it.</param>
[SystemOnly]
public sealed record RecordCaseNoticeCommand(Guid NoticeId, int Attempt, SendOutcome Outcome) : ICommand<Done>;

internal sealed class RecordCaseNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordCaseNoticeCommand, Result<Done>>
{
    private const int MostAttempts = 5;

    public async Task<Result<Done>> Handle(RecordCaseNoticeCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.CaseNotices.SingleAsync(n => n.Id == request.NoticeId, cancellationToken);
        if (notice.Status == CaseNoticeStatus.Sending && notice.Attempts == request.Attempt)
        {
            notice.Move(
                request.Outcome switch
                {
                    SendOutcome.Taken => CaseNoticeStatus.Sent,
                    SendOutcome.Refused => notice.Attempts < MostAttempts ? CaseNoticeStatus.Pending : CaseNoticeStatus.Failed,
                    SendOutcome.Unknown => CaseNoticeStatus.Unconfirmed,
                },
                time.UtcNow());
        }

        return Done.Value;
    }
}
