using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment.Examples;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>In the first nights of a month: makes the reports of assessors. One that failed is tried again the next night; nobody gets two.</summary>
[DisallowConcurrentExecution]
internal sealed class MarkingReportJob(IMediator mediator, CurrentUser user, ILogger<MarkingReportJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            await mediator.Send(new MakeMarkingReportsCommand(), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The reports of assessors could not be made; the next night tries again");
            throw;
        }
    }
}
