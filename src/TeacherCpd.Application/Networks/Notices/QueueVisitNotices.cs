using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Networks.Notices;

/// <summary>Hands over the mails that tell of reports of visits; one that somebody began to send and never finished is not sent again.</summary>
[SystemOnly]
public sealed record QueueVisitNoticesCommand : ICommand<Done>;

internal sealed class QueueVisitNoticesHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueVisitNoticesCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueVisitNoticesCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var stuckSince = now - MailTries.LongestSending;
        foreach (var stuck in await db.VisitNotices
            .Where(n => n.Status == ReminderStatus.Sending && n.StatusSince < stuckSince)
            .OrderBy(n => n.StatusSince)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            stuck.Move(ReminderStatus.Unconfirmed, now);
        }

        var triedBefore = now - MailTries.PauseAfterRefusal;
        (await db.VisitNotices
            .Where(n => n.Status == ReminderStatus.Pending && (n.Attempts == 0 || n.StatusSince <= triedBefore))
            .OrderBy(n => n.WrittenAt)
            .Select(n => n.Id)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken)).ForEach(jobs.SendVisitNotice);
        return Done.Value;
    }
}
