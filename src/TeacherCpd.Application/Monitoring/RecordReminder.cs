using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Monitoring;

/// <summary>
/// Records what came of a try to send a reminder. One that was refused waits for another try, up to the last; one that
/// may have gone out is left to a person.
/// </summary>
/// <param name="Attempt">The try, as the claim numbered it: a sender who comes back too late records nothing.</param>
[SystemOnly]
public sealed record RecordReminderCommand(Guid ReminderId, int Attempt, SendOutcome Outcome) : ICommand<Done>;

internal sealed class RecordReminderHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordReminderCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordReminderCommand request, CancellationToken cancellationToken)
    {
        var reminder = await db.Reminders.SingleAsync(r => r.Id == request.ReminderId, cancellationToken);
        reminder.Record(request.Attempt, request.Outcome, time.UtcNow());
        return Done.Value;
    }
}
