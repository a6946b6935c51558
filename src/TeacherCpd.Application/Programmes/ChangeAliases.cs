using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>
/// A developer records other spellings under which lists name a programme. They find it and say nothing of its content, so
/// they may be changed whatever state its versions are in.
/// </summary>
/// <param name="Aliases">Other spellings, one a line.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record ChangeAliasesCommand(string Code, string? Aliases) : ICommand<Done>;

internal sealed class ChangeAliasesValidator : AbstractValidator<ChangeAliasesCommand>
{
    public ChangeAliasesValidator() => RuleFor(c => c.Aliases).MaximumLength(Programme.AliasesMaxLength).WithErrorCode("too_long");
}

internal sealed class ChangeAliasesHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ChangeAliasesCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ChangeAliasesCommand request, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeToWriteAsync(user, request.Code, cancellationToken);
        if (programme is null)
        {
            return new NotFound();
        }

        programme.AlsoKnownAs((request.Aliases ?? "").Split('\n'));
        return Done.Value;
    }
}
