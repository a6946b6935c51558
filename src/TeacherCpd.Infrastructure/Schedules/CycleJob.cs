using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Every morning: moves cycles of attestation to the stage whose day has come.</summary>
[DisallowConcurrentExecution]
internal sealed class CycleJob(IMediator mediator, CurrentUser user, ILogger<CycleJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            if ((await mediator.Send(new MoveCyclesCommand(), cancellationToken)).Error is { } error)
            {
                logger.LogWarning("Cycles were not moved: {Error}", error.Code);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "Cycles could not be moved; the next morning tries again");
            throw;
        }
    }
}
