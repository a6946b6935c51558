using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Organisations;

namespace TeacherCpd.Application.Certificates;

/// <summary>Issues a certificate inside the command that recommends the person.</summary>
internal static class IssueCertificate
{
    /// <summary>Digits and letters of Crockford's base 32: none that is taken for another.</summary>
    public const string CodeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>26 characters of 5 bits each: nobody guesses one.</summary>
    public const int CodeLength = 26;

    /// <summary>Issues the certificate with the facts as they stand; an enrolment has at most one.</summary>
    public static async Task IssueCertificateAsync(this IAppDbContext db, Enrolment enrolment, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Certificates.AnyAsync(c => c.EnrolmentId == enrolment.Id, cancellationToken))
        {
            return;
        }

        var holder = await db.Persons.SingleAsync(p => p.Id == enrolment.PersonId, cancellationToken);
        var facts = await (
            from studyGroup in db.Groups
            where studyGroup.Id == enrolment.GroupId
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join branch in db.Organisations on studyGroup.BranchId equals branch.Id

            // a branch issues in the name of its centre; a centre may run groups itself
            join centre in db.Organisations
                on branch.Kind == OrganisationKind.Branch ? branch.ParentId : branch.Id equals (Guid?)centre.Id
            select new
            {
                VersionId = version.Id,
                version.Number,
                version.Hours,
                programme.Title,
                studyGroup.StartsOn,
                studyGroup.EndsOn,
                Issuer = centre.Name,
            }).SingleAsync(cancellationToken);
        var number = await db.NextNumberAsync($"certificate/{today.Year}", cancellationToken);
        db.Certificates.Add(new Certificate
        {
            Serial = string.Create(CultureInfo.InvariantCulture, $"KZ-{today.Year}-{number:000000}"),
            VerificationCode = RandomNumberGenerator.GetString(CodeAlphabet, CodeLength),
            EnrolmentId = enrolment.Id,
            PersonId = holder.Id,
            ProgrammeVersionId = facts.VersionId,
            HolderName = holder.FullName,
            ProgrammeTitle = facts.Title,
            ProgrammeVersionNumber = facts.Number,
            Hours = facts.Hours,
            StartedOn = facts.StartsOn,
            EndedOn = facts.EndsOn,
            IssuedOn = today,
            Issuer = facts.Issuer,
        });
    }
}
