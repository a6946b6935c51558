using MediatR;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Application.Originality;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Every minute: hands over the reminders that fall due and the items whose job was lost, and clears away broken uploads.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(IMediator mediator, CurrentUser user) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        await mediator.Send(new QueueDueRemindersCommand(), cancellationToken);
        await mediator.Send(new QueueLostChecksCommand(), cancellationToken);
        await mediator.Send(new DropLeftoversCommand(), cancellationToken);
    }
}
