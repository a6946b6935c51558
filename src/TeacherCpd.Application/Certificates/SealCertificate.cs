using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>
/// Draws the file of a certificate and keeps its hash, so that it is told from edited ones even when the drawing changes later;
/// makes the first key where there is none. It can be repeated, and gives nothing away: a job sends it, and a page before a file
/// goes out that is not known yet.
/// </summary>
[OpenToAll]
public sealed record SealCertificateCommand(Guid CertificateId) : ICommand<Done>;

internal sealed class SealCertificateHandler(
    IAppDbContext db, ICertificatePrinter printer, VerificationAddress address, IssuerKeys keys, TimeProvider time) : IRequestHandler<SealCertificateCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SealCertificateCommand request, CancellationToken cancellationToken)
    {
        var certificate = await db.Certificates.SingleOrDefaultAsync(c => c.Id == request.CertificateId, cancellationToken);
        if (certificate is null)
        {
            return Done.Value;
        }

        await db.EnsureKeyAsync(keys, time, cancellationToken);
        var words = await db.WordsOfAsync(certificate.Kind, certificate.TemplateNumber, cancellationToken);
        var file = printer.Print(new CertificatePrint(CertificateFacts.Of(certificate), words, address.Of(certificate.VerificationCode)));
        var hash = FileHash.Of(file);
        var now = time.UtcNow();
        if (await db.IssuedFiles.Where(f => f.Sha256 == hash).Select(f => (Guid?)f.Id).FirstOrDefaultAsync(cancellationToken) is null)
        {
            db.IssuedFiles.Add(new IssuedFile { CertificateId = certificate.Id, Sha256 = hash, At = now });
        }

        certificate.Seal(now);
        return Done.Value;
    }
}

/// <summary>How files are compared.</summary>
internal static class FileHash
{
    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
