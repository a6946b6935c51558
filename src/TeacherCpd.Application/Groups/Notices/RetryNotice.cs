using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Groups.Notices;

/// <summary>A coordinator has a notice sent that failed, or of which nobody knows whether it went out.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record RetryNoticeCommand(Guid NoticeId) : ICommand<Done>;

internal sealed class RetryNoticeHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<RetryNoticeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryNoticeCommand request, CancellationToken cancellationToken)
    {
        var groups = db.ManagedBy(user);
        var notice = await db.EnrolmentNotices.SingleOrDefaultAsync(
            n => n.Id == request.NoticeId && db.Enrolments.Any(e => e.Id == n.EnrolmentId && groups.Any(g => g.Id == e.GroupId)), cancellationToken);
        if (notice is null)
        {
            return new NotFound();
        }

        if (notice.Status is ReminderStatus.Pending or ReminderStatus.Sending)
        {
            // it is on its way: taking it from its sender now would send it twice
            return Done.Value;
        }

        if (notice.Move(ReminderStatus.Pending, time.UtcNow()) is { } error)
        {
            return error;
        }

        jobs.SendNotice(notice.Id);
        return Done.Value;
    }
}
