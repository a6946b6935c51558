using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>The contacts and reminders over which a coordinator has a say.</summary>
internal static class BranchReminders
{
    /// <summary>The contacts of the groups of the coordinator's branches.</summary>
    public static IQueryable<SupportContact> ContactsOf(this IAppDbContext db, CurrentUser coordinator) =>
        from contact in db.SupportContacts
        join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
        join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
        join branch in db.Organisations.Within(coordinator.Scopes(Permission.ManageGroups)) on studyGroup.BranchId equals branch.Id
        select contact;

    /// <summary>The reminders of the groups of the coordinator's branches.</summary>
    public static IQueryable<Reminder> RemindersOf(this IAppDbContext db, CurrentUser coordinator) =>
        from reminder in db.Reminders
        join contact in db.SupportContacts on reminder.ContactId equals contact.Id
        join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
        join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
        join branch in db.Organisations.Within(coordinator.Scopes(Permission.ManageGroups)) on studyGroup.BranchId equals branch.Id
        select reminder;
}
