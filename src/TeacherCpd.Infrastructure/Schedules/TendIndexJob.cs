using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Originality;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Keeps the originality index in order; apart from the sweep, since a merge may take minutes.</summary>
[DisallowConcurrentExecution]
internal sealed class TendIndexJob(IMediator mediator, CurrentUser user, ILogger<TendIndexJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            await mediator.Send(new TendIndexCommand(), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The originality index could not be tended; the next minute tries again");
            throw;
        }
    }
}
