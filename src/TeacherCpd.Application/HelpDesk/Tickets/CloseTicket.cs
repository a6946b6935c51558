using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.HelpDesk.Tickets;

/// <summary>The asker or a helper closes a ticket; the asker can open it again.</summary>
[SignedIn]
public sealed record CloseTicketCommand(Guid TicketId) : ICommand<Done>;

internal sealed class CloseTicketHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CloseTicketCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseTicketCommand request, CancellationToken cancellationToken) =>
        await db.FindTicketAsync(user, request.TicketId, cancellationToken) is not { } ticket ? new NotFound()
        : ticket.Close(time.UtcNow()) is { } refused ? refused
        : Done.Value;
}
