using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>Hands over what teachers are to be told of cases; one that somebody began to send and never finished is not sent again.</summary>
[SystemOnly]
public sealed record QueueCaseNoticesCommand : ICommand<Done>;

internal sealed class QueueCaseNoticesHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueCaseNoticesCommand, Result<Done>>
{
    private const int MostAtOnce = 200;

    // longer than any mail server takes to answer
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(10);

    // five tries then take two hours
    private static readonly TimeSpan PauseAfterRefusal = TimeSpan.FromMinutes(30);

    public async Task<Result<Done>> Handle(QueueCaseNoticesCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var stuckSince = now - LongestSending;
        foreach (var stuck in await db.CaseNotices
            .Where(n => n.Status == CaseNoticeStatus.Sending && n.StatusSince < stuckSince)
            .OrderBy(n => n.StatusSince)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            stuck.Move(CaseNoticeStatus.Unconfirmed, now);
        }

        var triedBefore = now - PauseAfterRefusal;
        (await db.CaseNotices
            .Where(n => n.Status == CaseNoticeStatus.Pending && (n.StatusSince == null || n.StatusSince <= triedBefore))
            .OrderBy(n => n.WrittenAt)
            .Select(n => n.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken)).ForEach(jobs.SendCaseNotice);
        return Done.Value;
    }
}
