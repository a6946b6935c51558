using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Trainers;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Every morning: reminds of reflective reports, and looks whether the trainers of future groups still may teach them.</summary>
[DisallowConcurrentExecution]
internal sealed class TrainerJob(IMediator mediator, CurrentUser user, ILogger<TrainerJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            if ((await mediator.Send(new WatchTrainersCommand(), cancellationToken)).Error is { } error)
            {
                logger.LogWarning("Trainers were not watched: {Error}", error.Code);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "Trainers could not be watched; the next morning tries again");
            throw;
        }
    }
}
