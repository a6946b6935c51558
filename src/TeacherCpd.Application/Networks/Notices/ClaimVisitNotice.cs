using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Networks.Notices;

/// <summary>Takes a notice for sending. Of several who try, one gets the number of its try, from 1; the others get null.</summary>
[SystemOnly]
public sealed record ClaimVisitNoticeCommand(Guid NoticeId) : ICommand<int?>;

internal sealed class ClaimVisitNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<ClaimVisitNoticeCommand, Result<int?>>
{
    public async Task<Result<int?>> Handle(ClaimVisitNoticeCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.VisitNotices.SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.Status == ReminderStatus.Pending, cancellationToken);
        if (notice is null)
        {
            return (int?)null;
        }

        var hasAddress = await db.Persons.AnyAsync(p => p.Id == notice.PersonId && p.Email != null, cancellationToken);
        notice.Move(hasAddress ? ReminderStatus.Sending : ReminderStatus.NoAddress, time.UtcNow());
        return hasAddress ? notice.Attempts : (int?)null;
    }
}
