using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>A coordinator has a reminder sent that failed, or of which nobody knows whether it went out.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record RetryReminderCommand(Guid ReminderId) : ICommand<Done>;

internal sealed class RetryReminderHandler(IAppDbContext db, CurrentUser user, IBackgroundJobs jobs, TimeProvider time)
    : IRequestHandler<RetryReminderCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RetryReminderCommand request, CancellationToken cancellationToken)
    {
        var branches = db.Organisations.Within(user.Scopes(Permission.ManageGroups));
        var reminder = await (
            from r in db.Reminders
            join contact in db.SupportContacts on r.ContactId equals contact.Id
            join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            where r.Id == request.ReminderId && branches.Any(b => b.Id == studyGroup.BranchId)
            select r).SingleOrDefaultAsync(cancellationToken);
        if (reminder is null)
        {
            return new NotFound();
        }

        if (reminder.Move(ReminderStatus.Pending, time.UtcNow()) is { } error)
        {
            return error;
        }

        jobs.SendReminder(reminder.Id);
        return Done.Value;
    }
}
