using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates.Credentials;

/// <summary>The own certificate as a signed Open Badges 3.0 credential: no account of a third party is needed for it.</summary>
[SignedIn]
public sealed record GetCredentialQuery(Guid CertificateId) : IQuery<CertificateFile>;

internal sealed class GetCredentialHandler(IAppDbContext db, CurrentUser user, IssuerKeys keys, CredentialWriter writer, TimeProvider time)
    : IRequestHandler<GetCredentialQuery, Result<CertificateFile>>
{
    public async Task<Result<CertificateFile>> Handle(GetCredentialQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CertificateId && c.PersonId == me, cancellationToken);
        if (certificate is null)
        {
            return new NotFound();
        }

        if (await db.ActiveKeyAsync(cancellationToken) is not { } key)
        {
            return new NotSealedYet();
        }

        var endorsements = await db.EndorsementsOfAsync(certificate.SubjectId, cancellationToken);
        var words = await db.WordsOfAsync(certificate.Kind, certificate.TemplateNumber, cancellationToken);
        var token = writer.Write(certificate, endorsements, words, keys.Open(key), time.UtcNow());
        return new CertificateFile($"{certificate.Serial}.jwt", System.Text.Encoding.ASCII.GetBytes(token));
    }
}
