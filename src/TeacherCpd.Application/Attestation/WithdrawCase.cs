using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The candidate takes the own case back, before the vote.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record WithdrawCaseCommand(Guid CaseId) : ICommand<Done>;

internal sealed class WithdrawCaseHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<WithdrawCaseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(WithdrawCaseCommand request, CancellationToken cancellationToken)
    {
        var own = await db.AttestationCases.SingleOrDefaultAsync(c => c.Id == request.CaseId && c.PersonId == user.Me, cancellationToken);
        if (own is null)
        {
            return new NotFound();
        }

        // sent twice, withdrawn once
        if (own.Status == AttestationCaseStatus.Withdrawn)
        {
            return Done.Value;
        }

        return own.Withdraw() is { } error ? error : Done.Value;
    }
}
