using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A member tells a circumstance for which they take no part in a case, before they have voted on it. It cannot be taken back.</summary>
/// <param name="Words">What the circumstance is.</param>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record RecuseMyselfCommand(Guid CaseId, string? Words) : ICommand<Done>;

internal sealed class RecuseMyselfValidator : AbstractValidator<RecuseMyselfCommand>
{
    public RecuseMyselfValidator() => RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(CaseRecusal.WordsLength).WithErrorCode("too_long");
}

internal sealed class RecuseMyselfHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RecuseMyselfCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecuseMyselfCommand request, CancellationToken cancellationToken)
    {
        var commissions = db.Commissions.OfMember(user.Me).Select(m => (Guid?)m.Id);
        var found = await db.AttestationCases
            .Where(c => c.Id == request.CaseId && c.Status == AttestationCaseStatus.Voting && commissions.Contains(c.CommissionId))
            .Include(c => c.Votes)
            .Include(c => c.Recusals)
            .AsSplitQuery()
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        return found.Recuse(user.Me, RecusalReason.Told, request.Words!.Trim(), time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
