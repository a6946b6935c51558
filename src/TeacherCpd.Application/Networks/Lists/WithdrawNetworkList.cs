using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Lists;

/// <summary>The department withdraws a draft or an approved list.</summary>
/// <param name="ListId">List.</param>
/// <param name="Why">Reason.</param>
[RequirePermission(Permission.ApproveNetworks)]
public sealed record WithdrawNetworkListCommand(Guid ListId, string? Why) : ICommand<Done>;

internal sealed class WithdrawNetworkListValidator : AbstractValidator<WithdrawNetworkListCommand>
{
    public WithdrawNetworkListValidator() =>
        RuleFor(c => c.Why).NotEmpty().WithErrorCode("required").MaximumLength(NetworkList.ReasonLength).WithErrorCode("too_long");
}

internal sealed class WithdrawNetworkListHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<WithdrawNetworkListCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawNetworkListCommand request, CancellationToken cancellationToken)
    {
        var list = await db.ListInHandAsync(user, request.ListId, cancellationToken);
        if (list is null)
        {
            return new NotFound();
        }

        return list.Withdraw(request.Why.Lines(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
