using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.HelpDesk.Notices;

/// <summary>Hands over the mails that tell of answers; one that somebody began to send and never finished is not sent again.</summary>
[SystemOnly]
public sealed record QueueTicketNoticesCommand : ICommand<Done>;

internal sealed class QueueTicketNoticesHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueTicketNoticesCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueTicketNoticesCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var stuckSince = now - MailTries.LongestSending;
        foreach (var stuck in await db.TicketNotices
            .Where(n => n.Status == ReminderStatus.Sending && n.StatusSince < stuckSince)
            .OrderBy(n => n.StatusSince)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            stuck.Move(ReminderStatus.Unconfirmed, now);
        }

        var triedBefore = now - MailTries.PauseAfterRefusal;
        (await db.TicketNotices
            .Where(n => n.Status == ReminderStatus.Pending && (n.Attempts == 0 || n.StatusSince <= triedBefore))
            .OrderBy(n => n.WrittenAt)
            .Select(n => n.Id)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken)).ForEach(jobs.SendTicketNotice);
        return Done.Value;
    }
}
