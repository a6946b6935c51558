using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk.Tickets;

/// <summary>The asker says what is missing: the ticket waits for an answer again.</summary>
/// <param name="Words">What is missing.</param>
/// <param name="SendAnyway">Whether it is sent although it looks as if a password stood in it.</param>
[SignedIn]
public sealed record ReopenTicketCommand(Guid TicketId, string? Words, bool SendAnyway) : ICommand<Done>;

internal sealed class ReopenTicketValidator : AbstractValidator<ReopenTicketCommand>
{
    public ReopenTicketValidator()
    {
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Words).MaximumLength(Ticket.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class ReopenTicketHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<ReopenTicketCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReopenTicketCommand request, CancellationToken cancellationToken)
    {
        if (!request.SendAnyway && PasswordInText.Seems(request.Words))
        {
            return new PasswordSeems();
        }

        return await db.FindTicketAsync(user, request.TicketId, cancellationToken) is not { } ticket || ticket.PersonId != user.Me ? new NotFound()
            : ticket.Reopen(user.Me, request.Words.Lines(), time.UtcNow()) is { } refused ? refused
            : Done.Value;
    }
}
