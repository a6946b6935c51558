using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>The developers take a version out of the offer, with the reason. Groups that run finish.</summary>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record WithdrawVersionCommand(string Code, int Number, string Reason) : ICommand<Done>;

internal sealed class WithdrawVersionValidator : AbstractValidator<WithdrawVersionCommand>
{
    public WithdrawVersionValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(ProgrammeVersion.TextMaxLength).WithErrorCode("too_long");
}

internal sealed class WithdrawVersionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<WithdrawVersionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawVersionCommand request, CancellationToken cancellationToken)
    {
        var programme = await db.ProgrammeToWriteAsync(user, request.Code, cancellationToken);
        if (programme?.Versions.SingleOrDefault(v => v.Number == request.Number) is not { } version)
        {
            return new NotFound();
        }

        return version.Withdraw(request.Reason.Trim()) is { } error ? error : Done.Value;
    }
}
