using System.Text;
using System.Text.RegularExpressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Whether a file is one that was issued; for everybody. Nothing of the file is kept.</summary>
/// <param name="Code">Code of the page on which it is compared; null: the file itself says which certificate it claims to be.</param>
/// <param name="Content">The file.</param>
[OpenToAll]
public sealed record CompareFileQuery(string? Code, byte[] Content) : IQuery<FileComparison>;

/// <summary>What a file is.</summary>
public enum FileVerdict
{
    /// <summary>Byte for byte the file of this certificate.</summary>
    Genuine,

    /// <summary>The file of another certificate than the one on the page.</summary>
    OfAnother,

    /// <summary>No file that was issued: edited, printed anew by others, or something else.</summary>
    NotIssued,
}

/// <summary>The outcome of a comparison.</summary>
/// <param name="Verdict">What the file is.</param>
/// <param name="Code">Code of the certificate that the file is, or names; null where it names none that exists.</param>
public sealed record FileComparison(FileVerdict Verdict, string? Code);

internal sealed partial class CompareFileHandler(IAppDbContext db, ICertificatePrinter printer, VerificationAddress address)
    : IRequestHandler<CompareFileQuery, Result<FileComparison>>
{
    public async Task<Result<FileComparison>> Handle(CompareFileQuery request, CancellationToken cancellationToken)
    {
        var hash = FileHash.Of(request.Content);
        var code = request.Code is { } given ? VerifyCertificateQuery.Normalise(given) : null;
        var known = await (
            from file in db.IssuedFiles
            where file.Sha256 == hash
            join certificate in db.Certificates on file.CertificateId equals certificate.Id
            select certificate.VerificationCode).SingleOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return new FileComparison(code is null || code == known ? FileVerdict.Genuine : FileVerdict.OfAnother, known);
        }

        // drawn after the drawing changed and before its hash was kept: what it would be today decides
        var claimed = code ?? ClaimedBy(request.Content);
        var found = claimed is null
            ? null
            : await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.VerificationCode == claimed, cancellationToken);
        if (found is null)
        {
            return new FileComparison(FileVerdict.NotIssued, null);
        }

        var words = await db.WordsOfAsync(found.Kind, found.TemplateNumber, cancellationToken);
        var drawn = printer.Print(new CertificatePrint(CertificateFacts.Of(found), words, address.Of(found.VerificationCode)));
        return new FileComparison(FileHash.Of(drawn) == hash ? FileVerdict.Genuine : FileVerdict.NotIssued, found.VerificationCode);
    }

    // the address behind the QR code stands in the file in the clear, in most edited ones too
    private static string? ClaimedBy(byte[] content) =>
        Printed().Match(Encoding.Latin1.GetString(content)) is { Success: true } match ? match.Groups["code"].Value : null;

    [GeneratedRegex("/verify/(?<code>[0-9A-Z]{26})\\b")]
    private static partial Regex Printed();
}
