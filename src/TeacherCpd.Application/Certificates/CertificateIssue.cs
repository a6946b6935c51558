using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Certificates;

/// <summary>What a certificate is going to say; number, code and place in the list of states are given when it is issued.</summary>
internal sealed record CertificateToIssue
{
    public required CertificateKind Kind { get; init; }

    public required Guid SubjectId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string HolderName { get; init; }

    public required LocalizedText Title { get; init; }

    public required LocalizedText Issuer { get; init; }

    public Guid? EnrolmentId { get; init; }

    public Guid? ProgrammeVersionId { get; init; }

    public string? ProgrammeCode { get; init; }

    public int? ProgrammeVersionNumber { get; init; }

    public int? Hours { get; init; }

    public DateOnly? StartedOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public string? Grounds { get; init; }

    public CertificateAppendix? Appendix { get; init; }
}

/// <summary>Issues certificates inside the command that decides them: both are there, or neither.</summary>
internal static class CertificateIssue
{
    /// <summary>Digits and letters of Crockford's base 32: none that is taken for another.</summary>
    public const string CodeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>26 characters of 5 bits each: nobody guesses one.</summary>
    public const int CodeLength = 26;

    // what stands before year and number; a kind never changes its letters, since they are printed
    private static readonly Dictionary<CertificateKind, string> Letters = new()
    {
        [CertificateKind.Course] = "KZ",
        [CertificateKind.Attendance] = "KZ-A",
        [CertificateKind.PostCourse] = "KZ-P",
        [CertificateKind.Trainer] = "KZ-T",
        [CertificateKind.Category] = "KZ-C",
    };

    /// <summary>Issues a certificate; of a kind there is one for each subject, so that what is asked for twice is issued once.</summary>
    /// <returns>The id of the new certificate, or of the one in force that was there before.</returns>
    public static async Task<Guid> IssueAsync(this IAppDbContext db, CertificateToIssue facts, DateOnly today, CancellationToken cancellationToken)
    {
        var there = await db.Certificates
            .Where(c => c.Kind == facts.Kind && c.SubjectId == facts.SubjectId)
            .OrderByDescending(c => c.Edition)
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (there is { } id)
        {
            return id;
        }

        var certificate = new Certificate
        {
            Kind = facts.Kind,
            Serial = await db.NextSerialAsync(facts.Kind, today.Year, cancellationToken),
            VerificationCode = NewCode(),
            OrganisationId = facts.OrganisationId,
            SubjectId = facts.SubjectId,
            EnrolmentId = facts.EnrolmentId,
            PersonId = facts.PersonId,
            ProgrammeVersionId = facts.ProgrammeVersionId,
            HolderName = facts.HolderName,
            ProgrammeTitle = facts.Title,
            ProgrammeCode = facts.ProgrammeCode,
            ProgrammeVersionNumber = facts.ProgrammeVersionNumber,
            Hours = facts.Hours,
            StartedOn = facts.StartedOn,
            EndedOn = facts.EndedOn,
            ValidFrom = facts.ValidFrom,
            ValidUntil = facts.ValidUntil,
            Grounds = facts.Grounds,
            Appendix = facts.Appendix?.Write(),
            IssuedOn = today,
            Issuer = facts.Issuer,
            TemplateNumber = await db.CertificateTemplates.Where(t => t.Kind == facts.Kind).MaxAsync(t => (int?)t.Number, cancellationToken) ?? 0,
            StatusNumber = await db.NextStatusNumberAsync(cancellationToken),
        };
        db.Certificates.Add(certificate);
        return certificate.Id;
    }

    /// <summary>The next serial number of a kind in a year.</summary>
    public static async Task<string> NextSerialAsync(this IAppDbContext db, CertificateKind kind, int year, CancellationToken cancellationToken)
    {
        // the series of courses is older than the other kinds
        var key = kind == CertificateKind.Course ? $"certificate/{year}" : $"certificate/{kind}/{year}";
        var number = await db.NextNumberAsync(key, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{Letters[kind]}-{year}-{number:000000}");
    }

    /// <summary>The next place in the list of states.</summary>
    public static Task<int> NextStatusNumberAsync(this IAppDbContext db, CancellationToken cancellationToken) =>
        db.NextNumberAsync("certificate-status", cancellationToken);

    /// <summary>A code that nobody guesses.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(CodeAlphabet, CodeLength);
}
