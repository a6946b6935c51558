using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.HelpDesk.Notices;

/// <summary>Takes a notice for sending. Of several who try, one gets the number of its try, from 1; the others get null.</summary>
[SystemOnly]
public sealed record ClaimTicketNoticeCommand(Guid NoticeId) : ICommand<int?>;

internal sealed class ClaimTicketNoticeHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<ClaimTicketNoticeCommand, Result<int?>>
{
    public async Task<Result<int?>> Handle(ClaimTicketNoticeCommand request, CancellationToken cancellationToken)
    {
        var notice = await db.TicketNotices.SingleOrDefaultAsync(n => n.Id == request.NoticeId && n.Status == ReminderStatus.Pending, cancellationToken);
        if (notice is null)
        {
            return (int?)null;
        }

        // a visitor always gave an address
        var hasAddress = await db.Tickets.AnyAsync(
            t => t.Id == notice.TicketId && (t.PersonId == null || db.Persons.Any(p => p.Id == t.PersonId && p.Email != null)), cancellationToken);
        notice.Move(hasAddress ? ReminderStatus.Sending : ReminderStatus.NoAddress, time.UtcNow());
        return hasAddress ? notice.Attempts : (int?)null;
    }
}
