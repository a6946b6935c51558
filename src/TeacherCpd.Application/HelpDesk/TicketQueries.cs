using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk;

/// <summary>Who sees a ticket: who asked, and those who answer.</summary>
internal static class TicketQueries
{
    /// <summary>The tickets that somebody may see.</summary>
    public static IQueryable<Ticket> TicketsSeenBy(this IAppDbContext db, CurrentUser user)
    {
        var me = user.Me;
        return user.Can(Permission.AnswerTickets) ? db.Tickets : db.Tickets.Where(t => t.PersonId == me);
    }

    /// <summary>A ticket with its entries, in its turn, to be changed; null where the user may not see one.</summary>
    public static async Task<Ticket?> FindTicketAsync(this IAppDbContext db, CurrentUser user, Guid id, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"ticket/{id}"), cancellationToken);
        return await db.TicketsSeenBy(user).Include(t => t.Entries).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
    }
}
