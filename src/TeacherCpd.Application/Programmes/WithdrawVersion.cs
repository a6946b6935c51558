using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>
/// The developers take a version out of the offer, or the ministry one that it listed, with the reason. People and groups on it
/// finish it.
/// </summary>
[SignedIn]
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
        if (!user.Can(Permission.ManageProgrammes) && !user.CanEverywhere(Permission.AgreeProgrammes))
        {
            return new Forbidden();
        }

        var programme = await db.ProgrammeWithVersionsAsync(request.Code, cancellationToken);
        if (programme?.Versions.SingleOrDefault(v => v.Number == request.Number) is not { } version
            || !user.MayWithdraw(version.Status, await db.MayWriteAsync(user, programme.CentreId, cancellationToken)))
        {
            return new NotFound();
        }

        return version.Withdraw(request.Reason.Trim()) is { } error ? error : Done.Value;
    }
}
