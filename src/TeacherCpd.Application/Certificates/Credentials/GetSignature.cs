using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>The signature of the issuer's key that stands beside the PDF of a certificate, for whoever may have the PDF.</summary>
[SignedIn]
public sealed record GetSignatureQuery(Guid CertificateId) : IQuery<CertificateFile>;

internal sealed class GetSignatureHandler(IAppDbContext db, IMediator mediator, IssuerKeys keys) : IRequestHandler<GetSignatureQuery, Result<CertificateFile>>
{
    public async Task<Result<CertificateFile>> Handle(GetSignatureQuery request, CancellationToken cancellationToken)
    {
        var printed = await mediator.Send(new PrintCertificateQuery(request.CertificateId), cancellationToken);
        if (printed.Error is { } refused)
        {
            return refused;
        }

        var key = await db.ActiveKeyAsync(cancellationToken);
        return key is null
            ? new NotSealedYet()
            : new CertificateFile($"{printed.Value.Name}.jws", System.Text.Encoding.ASCII.GetBytes(Jws.SignDetached(keys.Open(key), printed.Value.Content)));
    }
}
