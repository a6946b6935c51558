using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Writes down when each schedule last did its work to the end; one that failed has not.</summary>
internal sealed class ScheduleWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<ScheduleWatch> logger) : IJobListener
{
    public async ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken)
    {
        if (jobException is not null)
        {
            return;
        }

        var (name, now) = (context.JobDetail.Key.Name, time.UtcNow());
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            if (await db.Set<ScheduleRun>().Where(r => r.Name == name).ExecuteUpdateAsync(r => r.SetProperty(x => x.FinishedAt, now), cancellationToken) == 0)
            {
                db.Add(new ScheduleRun { Name = name, FinishedAt = now });
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // the work is done; what is not written down makes the health check red, and rightly so
            logger.LogError(e, "The end of {Schedule} could not be written down", name);
        }
    }
}
