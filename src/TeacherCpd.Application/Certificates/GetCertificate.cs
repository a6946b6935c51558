using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>A certificate of a register that the user keeps, with what happened to it.</summary>
[RequirePermission(Permission.KeepCertificates)]
public sealed record GetCertificateQuery(Guid CertificateId) : IQuery<CertificateView>;

/// <summary>A certificate as those see it who keep the register.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Code of the public page.</param>
/// <param name="Facts">What is printed.</param>
/// <param name="NameNow">Name that the holder has now.</param>
/// <param name="Steps">What happened to it, in order, with the words.</param>
/// <param name="Editions">All certificates of its line, the first one first; it is one of them.</param>
/// <param name="IsOwn">Whether the user holds it and so changes nothing.</param>
/// <param name="Next">States that may follow.</param>
public sealed record CertificateView(
    Guid Id,
    string Code,
    CertificateFacts Facts,
    string NameNow,
    IReadOnlyList<StepView> Steps,
    IReadOnlyList<EditionView> Editions,
    bool IsOwn,
    IReadOnlyList<CertificateStatus> Next);

/// <summary>A step, who took it and why.</summary>
public sealed record StepView(CertificateStepKind Kind, DateTime At, string By, CertificateReason Reason, string Words);

/// <summary>One certificate of a line.</summary>
public sealed record EditionView(Guid Id, int Edition, string Serial, DateOnly On, CertificateStatus Status);

internal sealed class GetCertificateHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetCertificateQuery, Result<CertificateView>>
{
    public async Task<Result<CertificateView>> Handle(GetCertificateQuery request, CancellationToken cancellationToken)
    {
        var certificate = await db.RegisterOf(user).AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CertificateId, cancellationToken);
        if (certificate is null)
        {
            return new NotFound();
        }

        var steps = await (
            from step in db.Certificates.Where(c => c.Id == certificate.Id).SelectMany(c => c.Steps)
            join person in db.Persons on step.ById equals person.Id
            orderby step.Number
            select new StepView(step.Kind, step.At, person.FamilyName + " " + person.GivenName, step.Reason, step.Words))
            .ToListAsync(cancellationToken);
        var editions = await db.Certificates
            .Where(c => c.Kind == certificate.Kind && c.SubjectId == certificate.SubjectId)
            .OrderBy(c => c.Edition)
            .Select(c => new EditionView(c.Id, c.Edition, c.Serial, c.ReissuedOn ?? c.IssuedOn, c.Status))
            .ToListAsync(cancellationToken);
        var holder = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == certificate.PersonId, cancellationToken);
        return new CertificateView(
            certificate.Id,
            certificate.VerificationCode,
            CertificateFacts.Of(certificate),
            holder.FullName,
            steps,
            editions,
            certificate.PersonId == user.Me,
            Certificate.States.After(certificate.Status));
    }
}
