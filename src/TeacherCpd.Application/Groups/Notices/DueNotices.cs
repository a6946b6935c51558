using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Groups.Notices;

/// <summary>A notice that waits.</summary>
internal sealed class DueNotice
{
    /// <summary>The notice, to be changed.</summary>
    public required EnrolmentNotice Notice { get; init; }

    /// <summary>State of the enrolment now.</summary>
    public required EnrolmentStatus Enrolment { get; init; }

    /// <summary>Whether a later notice tells of the same enrolment: only the latest goes out.</summary>
    public required bool IsOvertaken { get; init; }

    /// <summary>Whether the person has a mail address.</summary>
    public required bool HasAddress { get; init; }

    /// <summary>The state that it enters instead of being sent; null when it has to be sent.</summary>
    public ReminderStatus? NotNeeded =>
        IsOvertaken || Enrolment != EnrolmentNotice.Tells(Notice.Kind) ? ReminderStatus.Cancelled
        : HasAddress ? null
        : ReminderStatus.NoAddress;
}

/// <summary>Which notices wait: asked when they are handed over, and again when one is taken for sending.</summary>
internal static class DueNoticeQuery
{
    /// <summary>The notices that wait.</summary>
    public static IQueryable<DueNotice> DueNotices(this IAppDbContext db) =>
        from notice in db.EnrolmentNotices
        join enrolment in db.Enrolments on notice.EnrolmentId equals enrolment.Id
        join recipient in db.Persons on enrolment.PersonId equals recipient.Id
        where notice.Status == ReminderStatus.Pending
        select new DueNotice
        {
            Notice = notice,
            Enrolment = enrolment.Status,
            IsOvertaken = db.EnrolmentNotices.Any(later => later.EnrolmentId == notice.EnrolmentId && later.WrittenAt > notice.WrittenAt),
            HasAddress = recipient.Email != null,
        };
}
