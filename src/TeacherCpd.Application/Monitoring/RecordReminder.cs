using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>Records what came of sending a reminder; one that was refused waits for another try, up to the last.</summary>
[SystemOnly]
public sealed record RecordReminderCommand(Guid ReminderId, bool IsSent) : ICommand<Done>;

internal sealed class RecordReminderHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordReminderCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordReminderCommand request, CancellationToken cancellationToken)
    {
        var reminder = await db.Reminders.SingleAsync(r => r.Id == request.ReminderId, cancellationToken);
        var to = request.IsSent ? ReminderStatus.Sent
            : reminder.Attempts >= SendReminderCommand.MostAttempts ? ReminderStatus.Failed
            : ReminderStatus.Pending;
        return reminder.Move(to, time.UtcNow()) is { } error ? error : Done.Value;
    }
}
