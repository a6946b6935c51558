using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;

namespace TeacherCpd.Application.Attestation;

/// <summary>Writes what people are to be told about attestation.</summary>
internal static class AttestationNotices
{
    /// <summary>Writes a notice and hands it over once the command is committed.</summary>
    /// <param name="db">Records.</param>
    /// <param name="jobs">Jobs.</param>
    /// <param name="recipientId">Recipient.</param>
    /// <param name="kind">What for.</param>
    /// <param name="subjectId">The record that it is about.</param>
    /// <param name="about">What people call it; no name and no result.</param>
    /// <param name="day">Day that it names.</param>
    /// <param name="now">Now (UTC).</param>
    public static void Tell(
        this IAppDbContext db, IBackgroundJobs jobs, Guid recipientId, AttestationNoticeKind kind, Guid subjectId, string about, DateOnly day, DateTime now)
    {
        var notice = new AttestationNotice
        {
            RecipientId = recipientId,
            Kind = kind,
            SubjectId = subjectId,
            About = about,
            Day = day,
            WrittenAt = now,
        };
        db.AttestationNotices.Add(notice);
        jobs.SendAttestationNotice(notice.Id);
    }
}
