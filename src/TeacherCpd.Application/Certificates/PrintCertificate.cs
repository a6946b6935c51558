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
public sealed record CertificateFile(string Name, byte[] Content);

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
        return new CertificateFile(NameOf(facts), printer.Print(new CertificatePrint(facts, words, address.Of(found.Certificate.VerificationCode))));
    }

    /// <summary>Name of the file, in Kazakh.</summary>
    internal static string NameOf(CertificateFacts facts) =>
        $"{TextCatalogue.Get(Language.Kk, $"certificates.file.{facts.Kind}")} {facts.Serial} {facts.HolderName}.pdf";
}
