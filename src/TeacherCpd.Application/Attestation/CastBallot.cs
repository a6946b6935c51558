using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A member votes for a chair in the secret ballot, once. For whom is written nowhere.</summary>
/// <param name="CandidateId">One of those who may be elected; oneself, too.</param>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record CastBallotCommand(Guid CommissionId, Guid? CandidateId) : ICommand<Done>;

internal sealed class CastBallotValidator : AbstractValidator<CastBallotCommand>
{
    public CastBallotValidator() => RuleFor(c => c.CandidateId).NotEmpty().WithErrorCode("required");
}

internal sealed class CastBallotHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<CastBallotCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CastBallotCommand request, CancellationToken cancellationToken)
    {
        var isMember = await db.Commissions.OfMember(user.Me).AnyAsync(c => c.Id == request.CommissionId, cancellationToken);
        if (!isMember)
        {
            return new NotFound();
        }

        var ballot = await db.ChairBallots
            .Include(b => b.Marks)
            .Include(b => b.Tallies)
            .AsSplitQuery()
            .SingleOrDefaultAsync(b => b.CommissionId == request.CommissionId && b.ClosedAt == null, cancellationToken);
        if (ballot is null)
        {
            return new BallotIsClosed();
        }

        return ballot.Cast(user.Me, request.CandidateId!.Value) is { } refused ? refused : Done.Value;
    }
}
