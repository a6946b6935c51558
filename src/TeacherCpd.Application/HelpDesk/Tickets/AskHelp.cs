using System.Net.Mail;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk.Tickets;

/// <summary>
/// Somebody asks the help desk, signed in or not. Nothing in the answer tells whether an account exists: what a visitor names is written down and
/// not looked up.
/// </summary>
/// <param name="TicketId">Id that the form carries: sending it twice asks once.</param>
/// <param name="Subject">What about.</param>
/// <param name="Words">Question.</param>
/// <param name="Language">Language of the page.</param>
/// <param name="Name">Name of a visitor; of who is signed in it is not looked at.</param>
/// <param name="Contact">E-mail address of a visitor; of who is signed in it is not looked at.</param>
/// <param name="SendAnyway">Whether it is sent although it looks as if a password stood in it.</param>
[OpenToAll]
public sealed record AskHelpCommand(Guid TicketId, TicketSubject Subject, string? Words, Language Language, string? Name, string? Contact, bool SendAnyway)
    : ICommand<int>;

/// <summary>A password seems to stand in the text, and nobody needs it.</summary>
public sealed record PasswordSeems() : Error("ticket_password", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override string Field => nameof(AskHelpCommand.Words);
}

internal sealed class AskHelpValidator : AbstractValidator<AskHelpCommand>
{
    public AskHelpValidator(CurrentUser user)
    {
        RuleFor(c => c.TicketId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Subject).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Words).MaximumLength(Ticket.WordsLength).WithErrorCode("too_long");
        if (user.PersonId is null)
        {
            RuleFor(c => c.Name).MaximumLength(Ticket.ContactLength).WithErrorCode("too_long");
            RuleFor(c => c.Contact).NotEmpty().WithErrorCode("ticket_contact");
            RuleFor(c => c.Contact).Must(IsAddress).When(c => !string.IsNullOrWhiteSpace(c.Contact)).WithErrorCode("ticket_contact");
        }
    }

    private static bool IsAddress(string? text) =>
        text!.Trim() is { Length: <= Ticket.ContactLength } address && !address.Any(char.IsControl)
        && MailAddress.TryCreate(address, out var parsed) && parsed.Address == address;
}

internal sealed class AskHelpHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<AskHelpCommand, Result<int>>
{
    public async Task<Result<int>> Handle(AskHelpCommand request, CancellationToken cancellationToken)
    {
        if (!request.SendAnyway && PasswordInText.Seems(request.Words))
        {
            return new PasswordSeems();
        }

        await db.TakeTurnAsync(Ticket.Series, cancellationToken);
        if (await db.Tickets.SingleOrDefaultAsync(t => t.Id == request.TicketId, cancellationToken) is { } sent)
        {
            return sent.PersonId == user.PersonId ? sent.Number : new NotFound();
        }

        var asker = user.PersonId is { } me
            ? new TicketAsker(me, "", "", await db.RegionCodeOfAsync(me, time.Today(), cancellationToken), request.Language)
            : new TicketAsker(null, request.Name.OrNothing() ?? "", request.Contact!.Trim(), "", request.Language);
        var number = await db.NextNumberAsync(Ticket.Series, cancellationToken);
        db.Tickets.Add(Ticket.Ask(request.TicketId, number, asker, request.Subject, request.Words.Lines(), time.UtcNow()));
        return number;
    }
}
