using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Application.Monitoring;

/// <summary>The next reminders to be sent, the earliest first; none outside the hours of sending.</summary>
[SystemOnly]
public sealed record GetDueRemindersQuery : IQuery<Guid[]>;

internal sealed class GetDueRemindersHandler(IAppDbContext db, SendingHours hours, TimeProvider time) : IRequestHandler<GetDueRemindersQuery, Result<Guid[]>>
{
    public async Task<Result<Guid[]>> Handle(GetDueRemindersQuery request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        return hours.Allow(Clock.LocalOf(now))
            ? await db.RemindersInTurn(now).Select(d => d.Reminder.Id).Take(MailTries.MostAtOnce).ToArrayAsync(cancellationToken)
            : Array.Empty<Guid>();
    }
}
