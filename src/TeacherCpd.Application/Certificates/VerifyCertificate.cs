using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Whether a certificate is genuine: every printed fact, to compare with the paper.</summary>
/// <param name="Code">Code as typed or scanned.</param>
[OpenToAll]
public sealed record VerifyCertificateQuery(string Code) : IQuery<Verification>
{
    /// <summary>The code as it is stored: spaces and hyphens left out, letters that look like digits read as such.</summary>
    public static string Normalise(string code) => new([.. code
        .ToUpperInvariant()
        .Where(char.IsLetterOrDigit)
        .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
}

/// <summary>What is known of a code.</summary>
/// <param name="Code">The code that was looked for.</param>
/// <param name="Certificate">The certificate; null when there is none of this code.</param>
public sealed record Verification(string Code, CertificateFacts? Certificate);

/// <summary>Every fact that is printed, and since when it no longer holds, if so.</summary>
public sealed record CertificateFacts(
    string Serial,
    string HolderName,
    LocalizedText ProgrammeTitle,
    string ProgrammeCode,
    int ProgrammeVersionNumber,
    int? Hours,
    DateOnly StartedOn,
    DateOnly EndedOn,
    DateOnly IssuedOn,
    LocalizedText Issuer,
    DateTime? RevokedAt);

internal sealed class VerifyCertificateHandler(IAppDbContext db) : IRequestHandler<VerifyCertificateQuery, Result<Verification>>
{
    public async Task<Result<Verification>> Handle(VerifyCertificateQuery request, CancellationToken cancellationToken)
    {
        var code = VerifyCertificateQuery.Normalise(request.Code);
        var facts = await (
            from certificate in db.Certificates
            where certificate.VerificationCode == code
            join version in db.ProgrammeVersions on certificate.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new CertificateFacts(
                certificate.Serial,
                certificate.HolderName,
                certificate.ProgrammeTitle,
                programme.Code,
                certificate.ProgrammeVersionNumber,
                certificate.Hours,
                certificate.StartedOn,
                certificate.EndedOn,
                certificate.IssuedOn,
                certificate.Issuer,
                certificate.RevokedAt)).SingleOrDefaultAsync(cancellationToken);
        return new Verification(code, facts);
    }
}
