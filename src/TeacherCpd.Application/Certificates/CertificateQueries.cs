using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>Nobody changes the state of an own certificate.</summary>
public sealed record OwnCertificate() : Error("own_certificate", ErrorKind.Conflict);

/// <summary>Parts of queries that the use cases of the register share.</summary>
internal static class CertificateQueries
{
    /// <summary>The certificates of the registers that the user keeps.</summary>
    public static IQueryable<Certificate> RegisterOf(this IAppDbContext db, CurrentUser user)
    {
        var places = db.Organisations.Within(user.Scopes(Permission.KeepCertificates)).Select(o => o.Id);
        return db.Certificates.Where(c => places.Contains(c.OrganisationId));
    }

    /// <summary>The words that certificates of a kind are printed with: those of a published version, or those of the product under number 0.</summary>
    public static async Task<TemplateText> WordsOfAsync(this IAppDbContext db, CertificateKind kind, int number, CancellationToken cancellationToken) =>
        number == 0
            ? CertificateTemplate.Bundled[kind]
            : (await db.CertificateTemplates.AsNoTracking().SingleAsync(t => t.Kind == kind && t.Number == number, cancellationToken)).Text;

    /// <summary>What was observed about the holder of a certificate after the course, with the name of who observed it, in order.</summary>
    public static async Task<IReadOnlyList<(CertificateEndorsement Endorsement, string Observer)>> EndorsementsOfAsync(
        this IAppDbContext db, Guid subjectId, CancellationToken cancellationToken)
    {
        var rows = await (
            from endorsement in db.CertificateEndorsements.AsNoTracking()
            where endorsement.SubjectId == subjectId
            join person in db.Persons on endorsement.ObserverId equals person.Id
            orderby endorsement.At, endorsement.Id
            select new { Endorsement = endorsement, Observer = person.FamilyName + " " + person.GivenName }).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => (r.Endorsement, r.Observer));
    }

    /// <summary>A certificate whose state the user may change, with its steps.</summary>
    public static async Task<Result<Certificate>> CertificateToChangeAsync(
        this IAppDbContext db, CurrentUser user, Guid certificateId, CancellationToken cancellationToken)
    {
        var certificate = await db.RegisterOf(user).Include(c => c.Steps).SingleOrDefaultAsync(c => c.Id == certificateId, cancellationToken);
        return certificate is null ? new NotFound()
            : certificate.PersonId == user.Me ? new OwnCertificate()
            : certificate;
    }
}
