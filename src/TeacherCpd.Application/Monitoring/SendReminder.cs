using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Monitoring;

[SystemOnly]
public sealed record SendReminderCommand(Guid ReminderId) : ICommand<Done>;

[SystemOnly]
public sealed record QueueDueRemindersCommand : ICommand<Done>;
