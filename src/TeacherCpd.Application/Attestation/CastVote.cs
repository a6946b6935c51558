using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A member votes on a case, once.</summary>
/// <param name="Conforms">Conforms to the claimed category, or does not.</param>
/// <param name="Reason">Needed for "does not conform".</param>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record CastVoteCommand(Guid CaseId, bool Conforms, string? Reason) : ICommand<Done>;

internal sealed class CastVoteValidator : AbstractValidator<CastVoteCommand>
{
    private const int MostLetters = 2000;

    public CastVoteValidator()
    {
        RuleFor(c => c.Reason).NotEmpty().When(c => !c.Conforms).WithErrorCode("required");
        RuleFor(c => c.Reason).MaximumLength(MostLetters).WithErrorCode("too_long");
    }
}

internal sealed class CastVoteHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CastVoteCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CastVoteCommand request, CancellationToken cancellationToken)
    {
        var found = await db.AttestationCases
            .OfCommissionsOf(db, user.Me)
            .Include(c => c.Votes)
            .SingleOrDefaultAsync(c => c.Id == request.CaseId, cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        if (found.PersonId == user.Me)
        {
            return new OwnCase();
        }

        // the same vote sent twice is one vote; another one is refused by the case
        if (found.Votes.Any(v => v.MemberId == user.Me && v.Conforms == request.Conforms))
        {
            return Done.Value;
        }

        return found.Vote(user.Me, request.Conforms, request.Reason?.Trim() ?? "", time.UtcNow()) is { } error ? error : Done.Value;
    }
}
