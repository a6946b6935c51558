using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Certificates;

/// <summary>What a trainer's certificate says.</summary>
/// <param name="SubjectId">Record of the decision by which the trainer may teach: a second certificate for it is not issued.</param>
/// <param name="PersonId">Trainer.</param>
/// <param name="OrganisationId">Branch or centre that decided; a branch issues in the name of its centre.</param>
/// <param name="ProgrammeTitle">Title of the programme.</param>
/// <param name="ProgrammeCode">Code of the programme.</param>
/// <param name="ValidFrom">First day on which the trainer may teach it.</param>
/// <param name="ValidUntil">Last day; null where it has no end.</param>
/// <param name="Grounds">Kind, number and day of the paper it rests on, for example <c>№ 7, 10.02.2026</c>; up to 200 characters.</param>
internal sealed record TrainerCertificate(
    Guid SubjectId,
    Guid PersonId,
    Guid OrganisationId,
    LocalizedText ProgrammeTitle,
    string ProgrammeCode,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    string Grounds);

/// <summary>Issues a trainer's certificate inside the command that decides who may teach.</summary>
internal static class IssueTrainerCertificate
{
    /// <summary>Issues it, once for each decision.</summary>
    /// <returns>Id of the certificate.</returns>
    public static async Task<Guid> IssueTrainerCertificateAsync(this IAppDbContext db, TrainerCertificate facts, DateOnly today, CancellationToken cancellationToken)
    {
        var holder = await db.Persons.SingleAsync(p => p.Id == facts.PersonId, cancellationToken);
        var issuer = await (
            from place in db.Organisations
            where place.Id == facts.OrganisationId
            join centre in db.Organisations on place.Kind == OrganisationKind.Branch ? place.ParentId : place.Id equals (Guid?)centre.Id
            select centre.Name).SingleAsync(cancellationToken);
        return await db.IssueAsync(
            new CertificateToIssue
            {
                Kind = CertificateKind.Trainer,
                SubjectId = facts.SubjectId,
                PersonId = holder.Id,
                OrganisationId = facts.OrganisationId,
                HolderName = holder.FullName,
                Title = facts.ProgrammeTitle,
                Issuer = issuer,
                ProgrammeCode = facts.ProgrammeCode,
                ValidFrom = facts.ValidFrom,
                ValidUntil = facts.ValidUntil,
                Grounds = facts.Grounds,
            },
            today,
            cancellationToken);
    }
}
