using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Groups.Notices;

/// <summary>
/// Hands over the notices to applicants that wait. One that holds no more is not sent; one that somebody began to send and never
/// finished is left to a person.
/// </summary>
[SystemOnly]
public sealed record QueueNoticesCommand : ICommand<Done>;

internal sealed class QueueNoticesHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueNoticesCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueNoticesCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var stuckSince = now - MailTries.LongestSending;
        foreach (var stuck in await db.EnrolmentNotices
            .Where(n => n.Status == ReminderStatus.Sending && n.StatusSince < stuckSince)
            .OrderBy(n => n.StatusSince)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            stuck.Move(ReminderStatus.Unconfirmed, now);
        }

        var triedBefore = now - MailTries.PauseAfterRefusal;
        foreach (var due in await db.DueNotices()
            .Where(d => d.Notice.Attempts == 0 || d.Notice.StatusSince <= triedBefore)
            .OrderBy(d => d.Notice.WrittenAt)
            .ThenBy(d => d.Notice.Id)
            .Take(MailTries.MostAtOnce)
            .ToListAsync(cancellationToken))
        {
            if (due.NotNeeded is { } instead)
            {
                due.Notice.Move(instead, now);
            }
            else
            {
                jobs.SendNotice(due.Notice.Id);
            }
        }

        return Done.Value;
    }
}
