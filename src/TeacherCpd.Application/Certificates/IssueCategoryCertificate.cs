using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Application.Certificates;

/// <summary>Issues the certificate of a qualification category inside the command that closes the vote.</summary>
internal static class IssueCategoryCertificate
{
    /// <summary>Issues it, once for each protocol.</summary>
    /// <param name="db">Records.</param>
    /// <param name="protocol">Protocol of the decision.</param>
    /// <param name="category">The category as it was given.</param>
    /// <param name="organisationId">Organisation of the commission.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task IssueCategoryCertificateAsync(
        this IAppDbContext db, Protocol protocol, CategoryRecord category, Guid organisationId, CancellationToken cancellationToken)
    {
        var holder = await db.Persons.SingleAsync(p => p.Id == category.PersonId, cancellationToken);
        var issuer = await db.Organisations.Where(o => o.Id == organisationId).Select(o => o.Name).SingleAsync(cancellationToken);
        await db.IssueAsync(
            new CertificateToIssue
            {
                Kind = CertificateKind.Category,
                SubjectId = protocol.Id,
                PersonId = holder.Id,
                OrganisationId = organisationId,
                HolderName = holder.FullName,
                Title = TextCatalogue.Raw($"category.{category.Category}"),
                Issuer = issuer,
                ValidFrom = category.GrantedOn,
                ValidUntil = category.ValidUntil,
                Grounds = protocol.Number,
            },
            category.GrantedOn,
            cancellationToken);
    }
}
