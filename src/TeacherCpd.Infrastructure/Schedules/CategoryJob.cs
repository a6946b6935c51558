using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Attestation.Categories;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Every morning: writes down who is to be told that the own category ends.</summary>
[DisallowConcurrentExecution]
internal sealed class CategoryJob(IMediator mediator, CurrentUser user, ILogger<CategoryJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            await mediator.Send(new WatchCategoriesCommand(), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The ends of categories could not be looked through; the next morning tries again");
            throw;
        }
    }
}
