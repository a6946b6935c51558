using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts.Outside;

/// <summary>Links an identity at an outside provider with the user, who is signed in or has just given the own password.</summary>
/// <param name="Issuer">Provider.</param>
/// <param name="Subject">Whom it means.</param>
/// <param name="Iin">National number that it tells; has to be that of the user. Null where it tells none.</param>
/// <param name="Proof">How the user is known.</param>
[SignedIn]
public sealed record LinkOutsideIdentityCommand(string Issuer, string Subject, string? Iin, OutsideProof Proof) : ICommand<Done>;

internal sealed class LinkOutsideIdentityValidator : AbstractValidator<LinkOutsideIdentityCommand>
{
    public LinkOutsideIdentityValidator()
    {
        RuleFor(c => c.Issuer).NotEmpty().WithErrorCode("required").MaximumLength(OutsideIdentity.IssuerLength).WithErrorCode("too_long");
        RuleFor(c => c.Subject).NotEmpty().WithErrorCode("required").MaximumLength(OutsideIdentity.SubjectLength).WithErrorCode("too_long");
        RuleFor(c => c.Proof).NotEqual(OutsideProof.Provider).WithErrorCode("required");
    }
}

internal sealed class LinkOutsideIdentityHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<LinkOutsideIdentityCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(LinkOutsideIdentityCommand request, CancellationToken cancellationToken)
    {
        var own = await db.Persons.Where(p => p.Id == user.Me).Select(p => p.Iin).SingleAsync(cancellationToken);
        if (Iin.TryParse(request.Iin, out var told) && told.Value != own)
        {
            return new OutsideIinDiffers();
        }

        var linked = await db.OutsideIdentities
            .Where(i => i.Issuer == request.Issuer && i.Subject == request.Subject)
            .Select(i => (Guid?)i.PersonId)
            .SingleOrDefaultAsync(cancellationToken);
        if (linked is { } someone)
        {
            return someone == user.Me ? Done.Value : new OutsideLinkedOtherwise();
        }

        db.OutsideIdentities.Add(new OutsideIdentity { PersonId = user.Me, Issuer = request.Issuer, Subject = request.Subject, Proof = request.Proof, LinkedAt = time.UtcNow() });
        return Done.Value;
    }
}
