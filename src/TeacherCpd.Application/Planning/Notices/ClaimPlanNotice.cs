using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Notices;

/// <summary>
/// Takes a notice for sending. Of several who try, one gets the number of its try, from 1; the others get null, and so does everybody where
/// the item is closed or moved by now.
/// </summary>
[SystemOnly]
public sealed record ClaimPlanNoticeCommand(Guid NoticeId) : ICommand<int?>;

internal sealed class ClaimPlanNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<ClaimPlanNoticeCommand, Result<int?>>
{
    public async Task<Result<int?>> Handle(ClaimPlanNoticeCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.PlanNotices.SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.Status == ReminderStatus.Pending, cancellationToken);
        if (notice is null)
        {
            return (int?)null;
        }

        var isWanted = await db.PlanItems.AnyAsync(
            i => i.Id == notice.ItemId && PlanItemStates.Open.Contains(i.Status) && i.Windows.Any(w => w.Id == notice.WindowId && w.DoneAt == null), cancellationToken);
        var to = !isWanted ? ReminderStatus.Cancelled
            : await db.Persons.AnyAsync(p => p.Id == notice.PersonId && p.Email != null, cancellationToken) ? ReminderStatus.Sending
            : ReminderStatus.NoAddress;
        notice.Move(to, time.UtcNow());
        return to == ReminderStatus.Sending ? notice.Attempts : (int?)null;
    }
}
