using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>The certificate as a PDF: for its holder, and for those who keep the register in which it stands.</summary>
[SignedIn]
public sealed record PrintCertificateQuery(Guid CertificateId) : IQuery<CertificateFile>;

/// <summary>A file to download.</summary>
/// <param name="Name">Name for it.</param>
/// <param name="Content">Content.</param>
/// <param name="IsKnown">Whether its hash is kept, so that it is told from an edited one.</param>
public sealed record CertificateFile(string Name, byte[] Content, bool IsKnown = true);

/// <summary>No key has signed anything yet: the certificate has to be sealed first.</summary>
public sealed record NotSealedYet() : Error("certificate_not_sealed", ErrorKind.Conflict);

internal sealed class PrintCertificateHandler(IAppDbContext db, CurrentUser user, ICertificatePrinter printer, VerificationAddress address)
    : IRequestHandler<PrintCertificateQuery, Result<CertificateFile>>
{
    public async Task<Result<CertificateFile>> Handle(PrintCertificateQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from certificate in db.Certificates.AsNoTracking()
            where certificate.Id == request.CertificateId
            join place in db.Organisations on certificate.OrganisationId equals place.Id
            select new { Certificate = certificate, place.Path }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || (found.Certificate.PersonId != user.Me && !user.Covers(Permission.KeepCertificates, found.Path)))
        {
            return new NotFound();
        }

        var facts = CertificateFacts.Of(found.Certificate);
        var words = await db.WordsOfAsync(facts.Kind, found.Certificate.TemplateNumber, cancellationToken);
        var content = printer.Print(new CertificatePrint(facts, words, address.Of(found.Certificate.VerificationCode)));
        var hash = FileHash.Of(content);
        return new CertificateFile(NameOf(facts), content, await db.IssuedFiles.AnyAsync(f => f.Sha256 == hash, cancellationToken));
    }

    /// <summary>Name of the file, in Kazakh.</summary>
    internal static string NameOf(CertificateFacts facts) =>
        $"{TextCatalogue.Get(Language.Kk, $"certificates.file.{facts.Kind}")} {facts.Serial} {facts.HolderName}.pdf";
}
