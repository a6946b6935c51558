using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Certificates;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Certificates.Batches;

/// <summary>Parts of queries that the use cases of batches share.</summary>
internal static class BatchQueries
{
    /// <summary>The kinds that are issued to groups.</summary>
    public static readonly IReadOnlyList<CertificateKind> Kinds = [CertificateKind.Course, CertificateKind.Attendance, CertificateKind.PostCourse];

    /// <summary>Batches whose job still has something to do.</summary>
    public static readonly IReadOnlyList<BatchStatus> Open = [BatchStatus.Queued, BatchStatus.Running];

    /// <summary>
    /// The people of a group to whom a kind is due and who have none of it. A course certificate is for who was recommended; an
    /// attendance reference, once the group is closed, for who took part and was not; a post-course reference for those whose
    /// contacts of the year all took place.
    /// </summary>
    public static IQueryable<Enrolment> Due(this IAppDbContext db, CertificateKind kind, Guid groupId)
    {
        var people = db.Enrolments.Where(e => e.GroupId == groupId && !db.Certificates.Any(c => c.Kind == kind && c.SubjectId == e.Id));
        return kind switch
        {
            CertificateKind.Course => people.Where(e => e.Status == EnrolmentStatus.Recommended),
            CertificateKind.Attendance => people.Where(e => (e.Status == EnrolmentStatus.NotRecommended || e.Status == EnrolmentStatus.NotCompleted)
                && db.Groups.Any(g => g.Id == e.GroupId && g.Status == GroupStatus.Closed)),
            CertificateKind.PostCourse => people.Where(e => db.SupportContacts.Any(c => c.EnrolmentId == e.Id)
                && !db.SupportContacts.Any(c => c.EnrolmentId == e.Id && c.DoneAt == null)),
            _ => people.Where(e => false),
        };
    }

    /// <summary>The groups for whose people the user issues.</summary>
    public static IQueryable<StudyGroup> GroupsToIssueFor(this IAppDbContext db, CurrentUser user)
    {
        var places = db.Organisations.Within(user.Scopes(Permission.KeepCertificates)).Select(o => o.Id);
        return db.Groups.Where(g => places.Contains(g.BranchId));
    }

    /// <summary>The batches of those groups.</summary>
    public static IQueryable<CertificateBatch> BatchesOf(this IAppDbContext db, CurrentUser user)
    {
        var groups = db.GroupsToIssueFor(user).Select(g => g.Id);
        return db.CertificateBatches.Where(b => groups.Contains(b.GroupId));
    }
}
