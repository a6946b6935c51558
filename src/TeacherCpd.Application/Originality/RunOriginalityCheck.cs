using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Originality;

[SystemOnly]
public sealed record RunOriginalityCheckCommand(Guid CheckId) : ICommand<Done>
{
    public const int MostAttempts = 5;
}

[SystemOnly]
public sealed record RecordFailedCheckCommand(Guid CheckId) : ICommand<Done>;

[SystemOnly]
public sealed record QueueLostChecksCommand : ICommand<Done>;
