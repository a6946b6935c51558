using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk.Tickets;

/// <summary>A helper answers a ticket, and the asker is told by mail.</summary>
/// <param name="Words">Answer.</param>
/// <param name="SendAnyway">Whether it is sent although it looks as if a password stood in it.</param>
[RequirePermission(Permission.AnswerTickets)]
public sealed record AnswerTicketCommand(Guid TicketId, string? Words, bool SendAnyway) : ICommand<Done>;

internal sealed class AnswerTicketValidator : AbstractValidator<AnswerTicketCommand>
{
    public AnswerTicketValidator()
    {
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Words).MaximumLength(Ticket.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class AnswerTicketHandler(IAppDbContext db, CurrentUser user, HelpDeskRules rules, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<AnswerTicketCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AnswerTicketCommand request, CancellationToken cancellationToken)
    {
        if (!request.SendAnyway && PasswordInText.Seems(request.Words))
        {
            return new PasswordSeems();
        }

        if (await db.FindTicketAsync(user, request.TicketId, cancellationToken) is not { } ticket)
        {
            return new NotFound();
        }

        var now = time.UtcNow();
        var answer = ticket.Answer(user.Me, request.Words.Lines(), rules.Hours, now);
        if (answer.Error is { } refused)
        {
            return refused;
        }

        var notice = new TicketNotice { TicketId = ticket.Id, EntryId = answer.Value.Id, WrittenAt = now };
        db.TicketNotices.Add(notice);
        jobs.SendTicketNotice(notice.Id);
        return Done.Value;
    }
}
