using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// Whoever has a reminder in hand does without more of the kind, with the token that stands in it and without signing in. What is overdue is
/// told in any case; the choice is taken back on the page of reminders.
/// </summary>
[OpenToAll]
public sealed record LeaveMailsCommand(string Token) : ICommand<Done>;

/// <summary>The address is not whole, or another system made it.</summary>
public sealed record LeaveTokenWrong() : Error("leave_token_wrong", ErrorKind.Conflict);

internal sealed class LeaveMailsValidator : AbstractValidator<LeaveMailsCommand>
{
    public LeaveMailsValidator() => RuleFor(c => c.Token).NotEmpty().WithErrorCode("leave_token_wrong").MaximumLength(500).WithErrorCode("leave_token_wrong");
}

internal sealed class LeaveMailsHandler(IAppDbContext db, IMailLeave leave) : IRequestHandler<LeaveMailsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(LeaveMailsCommand request, CancellationToken cancellationToken)
    {
        if (leave.PersonOf(request.Token) is not { } person || !await db.Persons.AnyAsync(p => p.Id == person, cancellationToken))
        {
            return new LeaveTokenWrong();
        }

        var choice = await db.MailChoiceAsync(person, cancellationToken);
        choice.Choose(choice.WantsSingleMails, doesWithoutOwn: true);
        return Done.Value;
    }
}
