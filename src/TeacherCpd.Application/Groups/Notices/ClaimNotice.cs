using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Groups.Notices;

/// <summary>
/// Takes a notice for sending. Of several who try, one gets the number of its try, from 1; the others get null, and so does
/// everybody when what it tells holds no more.
/// </summary>
[SystemOnly]
public sealed record ClaimNoticeCommand(Guid NoticeId) : ICommand<int?>;

internal sealed class ClaimNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<ClaimNoticeCommand, Result<int?>>
{
    public async Task<Result<int?>> Handle(ClaimNoticeCommand request, CancellationToken cancellationToken)
    {
        var due = await db.DueNotices().SingleOrDefaultAsync(d => d.Notice.Id == request.NoticeId, cancellationToken);
        if (due is null)
        {
            return (int?)null;
        }

        due.Notice.Move(due.NotNeeded ?? ReminderStatus.Sending, time.UtcNow());
        return due.NotNeeded is null ? due.Notice.Attempts : (int?)null;
    }
}
