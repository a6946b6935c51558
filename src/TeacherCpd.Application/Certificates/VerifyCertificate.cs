using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Certificates;

/// <summary>Whether a certificate is genuine: every printed fact, to compare with the paper.</summary>
/// <param name="Code">Code as typed or scanned. Serial numbers find nothing: they can be guessed one after the other.</param>
[OpenToAll]
public sealed record VerifyCertificateQuery(string Code) : IQuery<Verification>
{
    /// <summary>The code as it is stored: spaces and hyphens left out, letters that look like digits read as such.</summary>
    public static string Normalise(string code) => new([.. code
        .ToUpperInvariant()
        .Where(char.IsLetterOrDigit)
        .Take(MostLetters)
        .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);

    private const int MostLetters = 40;
}

/// <summary>What is known of a code.</summary>
/// <param name="Code">The code that was looked for.</param>
/// <param name="Certificate">The certificate; null when there is none of this code.</param>
/// <param name="Steps">What happened to it since, in order, without the words of the register.</param>
/// <param name="ReplacedBy">Serial number of the one in its place; its code is not told to whoever holds the old paper.</param>
/// <param name="Replaces">Serial number of the one in whose place it stands.</param>
/// <param name="Endorsements">What was observed after the course.</param>
public sealed record Verification(
    string Code,
    CertificateFacts? Certificate,
    IReadOnlyList<PublicStep> Steps,
    string? ReplacedBy,
    string? Replaces,
    IReadOnlyList<PublicEndorsement> Endorsements);

/// <summary>An observation as everybody may see it: without the name of the observer, who signed it in the credential.</summary>
public sealed record PublicEndorsement(EndorsementKind Kind, ContactKind Evidence, DateOnly ObservedOn, LearnerFigures? Figures, string Words);

/// <summary>A step as everybody may see it.</summary>
public sealed record PublicStep(CertificateStepKind Kind, DateTime At, CertificateReason Reason);

internal sealed class VerifyCertificateHandler(IAppDbContext db) : IRequestHandler<VerifyCertificateQuery, Result<Verification>>
{
    public async Task<Result<Verification>> Handle(VerifyCertificateQuery request, CancellationToken cancellationToken)
    {
        // one look by the code whatever it looks like, so that a wrong one tells nothing by the time it takes
        var code = VerifyCertificateQuery.Normalise(request.Code);
        var found = await db.Certificates.AsNoTracking().Include(c => c.Steps).SingleOrDefaultAsync(c => c.VerificationCode == code, cancellationToken);
        if (found is null)
        {
            return new Verification(code, null, [], null, null, []);
        }

        // most have no other edition: those are told apart without asking
        var line = found.Edition == 1 && found.Status != CertificateStatus.Superseded
            ? []
            : await db.Certificates
                .Where(c => c.Kind == found.Kind && c.SubjectId == found.SubjectId && (c.Edition == found.Edition - 1 || c.Edition == found.Edition + 1))
                .Select(c => new { c.Edition, c.Serial })
                .ToListAsync(cancellationToken);
        var subject = found.SubjectId;
        var endorsements = found.Kind != CertificateKind.Course
            ? []
            : await db.CertificateEndorsements
                .Where(e => e.SubjectId == subject)
                .OrderBy(e => e.At)
                .Select(e => new PublicEndorsement(e.Kind, e.Evidence, e.ObservedOn, e.Figures, e.Words))
                .ToListAsync(cancellationToken);
        return new Verification(
            code,
            CertificateFacts.Of(found),
            [.. found.Steps.OrderBy(s => s.Number).Select(s => new PublicStep(s.Kind, s.At, s.Reason))],
            line.Find(c => c.Edition > found.Edition)?.Serial,
            line.Find(c => c.Edition < found.Edition)?.Serial,
            endorsements);
    }
}
