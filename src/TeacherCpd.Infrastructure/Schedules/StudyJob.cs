using MediatR;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Studies.Notices;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Every morning: writes down who is to be reminded of a questionnaire.</summary>
[DisallowConcurrentExecution]
internal sealed class StudyJob(IMediator mediator, CurrentUser user, ILogger<StudyJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        user.ActsAsSystem();
        try
        {
            await mediator.Send(new RemindOfStudiesCommand(), cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The reminders of studies could not be written; the next morning tries again");
            throw;
        }
    }
}
