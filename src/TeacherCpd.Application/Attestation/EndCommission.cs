using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>An administrator ends the powers of a commission before its year is over. What it decided stands.</summary>
/// <param name="LastDay">Last day of its powers: today or later, and sooner than before.</param>
[RequirePermission(Permission.ManageCommissions)]
public sealed record EndCommissionCommand(Guid Id, DateOnly? LastDay) : ICommand<Done>;

/// <summary>Cases wait for the commission's decision: they are passed on to another commission first.</summary>
/// <param name="Cases">How many.</param>
public sealed record CommissionHasOpenCases(int Cases) : Error("commission_has_open_cases", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Cases];
}

internal sealed class EndCommissionValidator : AbstractValidator<EndCommissionCommand>
{
    public EndCommissionValidator() => RuleFor(c => c.LastDay).NotEmpty().WithErrorCode("required");
}

internal sealed class EndCommissionHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<EndCommissionCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(EndCommissionCommand request, CancellationToken cancellationToken)
    {
        var commission = await db.Commissions.ManagedBy(db, user).SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken);
        if (commission is null)
        {
            return new NotFound();
        }

        if (commission.ValidTo == request.LastDay)
        {
            return Done.Value;
        }

        var open = await db.AttestationCases.OpenAt(commission.Id).CountAsync(cancellationToken);
        if (open > 0)
        {
            return new CommissionHasOpenCases(open);
        }

        var refused = commission.End(request.LastDay!.Value, time.Today());
        return refused is null ? Done.Value : refused;
    }
}
