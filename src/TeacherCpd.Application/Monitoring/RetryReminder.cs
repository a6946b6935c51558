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
        var reminder = await db.RemindersOf(user).SingleOrDefaultAsync(r => r.Id == request.ReminderId, cancellationToken);
        if (reminder is null)
        {
            return new NotFound();
        }

        if (reminder.Status is ReminderStatus.Pending or ReminderStatus.Sending)
        {
            // it is on its way: taking it from its sender now would send it twice
            return Done.Value;
        }

        if (reminder.Again(time.UtcNow()) is { } error)
        {
            return error;
        }

        jobs.SendReminder(reminder.Id);
        return Done.Value;
    }
}
