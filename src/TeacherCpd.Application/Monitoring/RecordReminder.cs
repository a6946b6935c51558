using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>What came of handing a mail to the server.</summary>
public enum SendOutcome
{
    /// <summary>The server has it.</summary>
    Taken,

    /// <summary>It has certainly not gone out.</summary>
    Refused,

    /// <summary>The server may have it or not.</summary>
    Unknown,
}

/// <summary>
/// Records what came of a try to send a reminder. One that was refused waits for another try, up to the last; one that
/// may have gone out is left to a person.
/// </summary>
/// <param name="Attempt">The try, as the claim numbered it: a sender who comes back too late records nothing.</param>
[SystemOnly]
public sealed record RecordReminderCommand(Guid ReminderId, int Attempt, SendOutcome Outcome) : ICommand<Done>;

internal sealed class RecordReminderHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<RecordReminderCommand, Result<Done>>
{
    /// <summary>Tries after which a person must look.</summary>
    private const int MostAttempts = 5;

    public async Task<Result<Done>> Handle(RecordReminderCommand request, CancellationToken cancellationToken)
    {
        var reminder = await db.Reminders.SingleAsync(r => r.Id == request.ReminderId, cancellationToken);
        if (reminder.Status == ReminderStatus.Sending && reminder.Attempts == request.Attempt)
        {
            reminder.Move(
                request.Outcome switch
                {
                    SendOutcome.Taken => ReminderStatus.Sent,
                    SendOutcome.Refused => reminder.Attempts < MostAttempts ? ReminderStatus.Pending : ReminderStatus.Failed,
                    SendOutcome.Unknown => ReminderStatus.Unconfirmed,
                },
                time.UtcNow());
        }

        return Done.Value;
    }
}
