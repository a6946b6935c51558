using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts;

/// <summary>Whoever is signed in chooses another password. Other browsers that are signed in are signed out.</summary>
[SignedIn]
public sealed record ChangeMyPasswordCommand(string Current, string Chosen) : ICommand<Done>;

/// <summary>The current password is another.</summary>
public sealed record CurrentPasswordWrong() : Error("current_password_wrong", ErrorKind.Invalid)
{
    public override string Field => nameof(ChangeMyPasswordCommand.Current);
}

/// <summary>The new password is the current one.</summary>
public sealed record PasswordNotNew() : Error("password_not_new", ErrorKind.Invalid)
{
    public override string Field => nameof(ChangeMyPasswordCommand.Chosen);
}

internal sealed class ChangeMyPasswordValidator : AbstractValidator<ChangeMyPasswordCommand>
{
    public ChangeMyPasswordValidator()
    {
        RuleFor(c => c.Current).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Chosen)
            .MinimumLength(IAccounts.PasswordMinLength).WithErrorCode("password_too_short")
            .MaximumLength(IAccounts.PasswordMaxLength).WithErrorCode("too_long");
    }
}

internal sealed class ChangeMyPasswordHandler(IAppDbContext db, IAccounts accounts, CurrentUser user) : IRequestHandler<ChangeMyPasswordCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeMyPasswordCommand request, CancellationToken cancellationToken)
    {
        if (!await accounts.IsPasswordAsync(user.Me, request.Current, cancellationToken))
        {
            return new CurrentPasswordWrong();
        }

        if (request.Chosen == request.Current)
        {
            return new PasswordNotNew();
        }

        var person = await db.Persons.SingleAsync(p => p.Id == user.Me, cancellationToken);
        person.ChoosesPassword();
        await accounts.ReplacePasswordAsync(person.Id, person.Iin, request.Chosen, cancellationToken);
        return Done.Value;
    }
}
