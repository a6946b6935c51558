using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Accounts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Accounts.Outside;

/// <summary>
/// Who somebody is whom an outside provider signed in. Where nobody is linked and the provider proves national numbers, the person with that number is;
/// who is in our records without an account gets one without a password. Open to all: the signed answer of the provider is the proof, and only the page that checked
/// it sends this.
/// </summary>
/// <param name="Issuer">Provider.</param>
/// <param name="Subject">Whom it means.</param>
/// <param name="Iin">National number that it tells; null where it tells none.</param>
[OpenToAll]
public sealed record MeetOutsideIdentityCommand(string Issuer, string Subject, string? Iin) : ICommand<Guid?>;

internal sealed class MeetOutsideIdentityHandler(IAppDbContext db, IAccounts accounts, OutsideRules rules, TimeProvider time) : IRequestHandler<MeetOutsideIdentityCommand, Result<Guid?>>
{
    public async Task<Result<Guid?>> Handle(MeetOutsideIdentityCommand request, CancellationToken cancellationToken)
    {
        var iin = Iin.TryParse(request.Iin, out var told) ? told.Value : null;
        var known = await (
            from identity in db.OutsideIdentities
            where identity.Issuer == request.Issuer && identity.Subject == request.Subject
            join person in db.Persons on identity.PersonId equals person.Id
            select new { person.Id, person.Iin }).SingleOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return iin is null || iin == known.Iin ? known.Id : new OutsideIinDiffers();
        }

        if (!rules.ProvesIin || iin is null || await db.Persons.SingleOrDefaultAsync(p => p.Iin == iin, cancellationToken) is not { } own)
        {
            return (Guid?)null;
        }

        if ((await accounts.WithAccountAsync([own.Id], cancellationToken)).Count == 0)
        {
            accounts.Open(own.Id, own.Iin, password: null);
        }

        db.OutsideIdentities.Add(new OutsideIdentity { PersonId = own.Id, Issuer = request.Issuer, Subject = request.Subject, Proof = OutsideProof.Provider, LinkedAt = time.UtcNow() });
        return own.Id;
    }
}
