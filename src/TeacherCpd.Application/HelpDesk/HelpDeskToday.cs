using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk;

/// <summary>Tickets that wait for an answer.</summary>
internal sealed class HelpDeskToday(IAppDbContext db) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.AnswerTickets))
        {
            return [];
        }

        var open = await db.Tickets.CountAsync(t => t.Status == TicketStatus.Open, cancellationToken);
        return open == 0 ? [] : [new TodayItem("today.tickets", [open], "/help/tickets", Count: open)];
    }
}
