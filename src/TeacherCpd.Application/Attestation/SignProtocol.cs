using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// The secretary or a member puts the own national signature under a protocol: over the very bytes that the server signed. The service
/// is asked before anything is written, outside of a transaction.
/// </summary>
/// <param name="Cms">Detached signature, as the signing program gives it.</param>
[SignedIn]
public sealed record SignProtocolCommand(Guid ProtocolId, byte[] Cms) : IRequest<Result<Done>>;

/// <summary>The signature is not good, or not over this protocol.</summary>
public sealed record SignatureNotGood() : Error("signature_not_good", ErrorKind.Invalid);

/// <summary>The certificate is somebody else's.</summary>
public sealed record SignatureOfAnother() : Error("signature_of_another", ErrorKind.Invalid);

/// <summary>No service is set, or it does not answer; nothing was written.</summary>
public sealed record SignatureServiceAway() : Error("signature_service_away", ErrorKind.Conflict);

internal sealed class SignProtocolHandler(IAppDbContext db, CurrentUser user, IMediator mediator, INationalSignatures signatures)
    : IRequestHandler<SignProtocolCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SignProtocolCommand request, CancellationToken cancellationToken)
    {
        var protocol = await mediator.Send(new GetProtocolQuery(request.ProtocolId), cancellationToken);
        var link = await db.ChainLinks.AsNoTracking()
            .SingleOrDefaultAsync(l => l.RecordId == request.ProtocolId && l.Kind == ChainKind.Protocol, cancellationToken);
        if (protocol.Error is not null || protocol.Value.Votes is null || link is null)
        {
            return new NotFound();
        }

        var verdict = signatures.IsOffered
            ? await signatures.VerifyAsync(Encoding.UTF8.GetBytes(link.Document), request.Cms, cancellationToken)
            : null;
        if (verdict is null)
        {
            return new SignatureServiceAway();
        }

        if (!verdict.IsGood)
        {
            return new SignatureNotGood();
        }

        var iin = await db.Persons.Where(p => p.Id == user.Me).Select(p => p.Iin).SingleAsync(cancellationToken);
        return verdict.Iin == iin
            ? await mediator.Send(new KeepSignatureCommand(link.Id, Convert.ToBase64String(request.Cms), verdict.Subject), cancellationToken)
            : new SignatureOfAnother();
    }
}
