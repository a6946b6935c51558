using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A member of commissions declares a relative or co-author by national number: of that person's cases they are kept out, those at hand too.</summary>
/// <param name="Iin">National number of the other.</param>
[RequirePermission(Permission.VoteOnAttestationCases)]
public sealed record DeclareTieCommand(string? Iin, TieKind Kind) : ICommand<Done>;

/// <summary>The number is the member's own.</summary>
public sealed record TieToOneself() : Error("tie_to_oneself", ErrorKind.Invalid)
{
    public override string Field => nameof(DeclareTieCommand.Iin);
}

internal sealed class DeclareTieValidator : AbstractValidator<DeclareTieCommand>
{
    public DeclareTieValidator()
    {
        RuleFor(c => c.Iin).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).IsInEnum().WithErrorCode("required");
    }
}

internal sealed class DeclareTieHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<DeclareTieCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DeclareTieCommand request, CancellationToken cancellationToken)
    {
        var parsed = Iin.Parse(request.Iin);
        if (parsed.Error is { } wrong)
        {
            return wrong;
        }

        var iin = parsed.Value.ToString();
        var other = await db.Persons.Where(p => p.Iin == iin).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
        if (other == user.Me)
        {
            return new TieToOneself();
        }

        if (await db.DeclaredTies.AnyAsync(t => t.PersonId == user.Me && t.Iin == iin, cancellationToken))
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        db.DeclaredTies.Add(new DeclaredTie { PersonId = user.Me, Iin = iin, Kind = request.Kind, DeclaredAt = now });
        var mine = db.Commissions.OfMember(user.Me).Select(c => (Guid?)c.Id);
        var open = await db.AttestationCases
            .Where(c => c.PersonId == other && mine.Contains(c.CommissionId)
                && (c.Status == AttestationCaseStatus.UnderReview || c.Status == AttestationCaseStatus.Voting))
            .Include(c => c.Votes)
            .Include(c => c.Recusals)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        foreach (var attestationCase in open)
        {
            // a vote that was cast before stands; the declaration is kept all the same
            attestationCase.Recuse(user.Me, request.Kind == TieKind.Relative ? RecusalReason.Relative : RecusalReason.CoAuthor, "", now);
        }

        return Done.Value;
    }
}
