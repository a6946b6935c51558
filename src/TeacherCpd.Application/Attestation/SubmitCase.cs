using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The candidate hands the own case in.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record SubmitCaseCommand(Guid CaseId) : ICommand<Done>;

internal sealed class SubmitCaseHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SubmitCaseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SubmitCaseCommand request, CancellationToken cancellationToken)
    {
        var own = await db.AttestationCases.SingleOrDefaultAsync(c => c.Id == request.CaseId && c.PersonId == user.Me, cancellationToken);
        if (own is null)
        {
            return new NotFound();
        }

        // sent twice, handed in once
        if (own.Status == AttestationCaseStatus.Submitted)
        {
            return Done.Value;
        }

        return own.Submit(time.UtcNow()) is { } error ? error : Done.Value;
    }
}
