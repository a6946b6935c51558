using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Planning.Notices;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Every morning: writes down who is to be reminded of an item of a plan.</summary>
[DisallowConcurrentExecution]
internal sealed class PlanJob(IMediator mediator, CurrentUser user, ILogger<PlanJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            await mediator.Send(new RemindOfPlansCommand(), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The reminders of plans could not be written; the next morning tries again");
            throw;
        }
    }
}
