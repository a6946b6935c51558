using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Infrastructure.Development;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Every night: makes the lists of training anew, and counts the regions.</summary>
[DisallowConcurrentExecution]
internal sealed class TrainingJob(IMediator mediator, CurrentUser user, ILogger<TrainingJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            await TrainingRebuild.RunAsync(mediator, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The lists of training could not be made anew; the next night tries again");
            throw;
        }
    }
}
