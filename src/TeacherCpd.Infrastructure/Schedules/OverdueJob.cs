using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Monitoring;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Every morning: writes down which contacts of the year after a course the coordinators are told of.</summary>
[DisallowConcurrentExecution]
internal sealed class OverdueJob(IMediator mediator, CurrentUser user, ILogger<OverdueJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            while ((await mediator.Send(new EscalateOverdueCommand(), cancellationToken)).Value > 0)
            {
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "Overdue contacts could not be looked through; the next morning tries again");
            throw;
        }
    }
}
