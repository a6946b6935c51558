using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Registers Quartz: it decides when, and only sends commands.</summary>
public static class ScheduleRegistration
{
    /// <summary>Registers the schedules of this process.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddQuartz(quartz => quartz.ScheduleJob<SweepJob>(trigger => trigger
            .WithIdentity(nameof(SweepJob))
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever())));
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }
}
