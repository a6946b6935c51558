using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>The certificate as a PDF: for its holder, and for a coordinator of the branch that ran the group.</summary>
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
            join enrolment in db.Enrolments on certificate.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join branch in db.Organisations on studyGroup.BranchId equals branch.Id
            join version in db.ProgrammeVersions on certificate.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            select new { Certificate = certificate, BranchPath = branch.Path, ProgrammeCode = programme.Code }).SingleOrDefaultAsync(cancellationToken);
        if (found is null || (found.Certificate.PersonId != user.Me && !user.Covers(Permission.ManageGroups, found.BranchPath)))
        {
            return new NotFound();
        }

        var facts = found.Certificate;
        var content = printer.Print(new CertificatePrint(
            facts.Serial,
            facts.HolderName,
            facts.ProgrammeTitle.Kk,
            facts.ProgrammeTitle.Ru,
            found.ProgrammeCode,
            facts.ProgrammeVersionNumber,
            facts.Hours,
            facts.StartedOn,
            facts.EndedOn,
            facts.IssuedOn,
            facts.Issuer.Kk,
            facts.Issuer.Ru,
            address.Of(facts.VerificationCode)));
        return new CertificateFile($"Біліктілік сертификаты {facts.Serial} {facts.HolderName}.pdf", content);
    }
}
