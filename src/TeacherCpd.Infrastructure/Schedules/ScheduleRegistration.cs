using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Registers Quartz: it decides when, and only sends commands.</summary>
public static class ScheduleRegistration
{
    // half past two, when nobody waits for a page
    private const string AtNight = "0 30 2 * * ?";

    // before offices open, so that whoever is warned can act the same day
    private const string InTheMorning = "0 30 6 * * ?";

    /// <summary>Registers the schedules of this process.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            ScheduleEveryMinute<SweepJob>(quartz);
            ScheduleEveryMinute<TendIndexJob>(quartz);
            quartz.ScheduleJob<TrainingJob>(trigger => trigger
                .WithIdentity(nameof(TrainingJob))
                .WithCronSchedule(AtNight, cron => cron.InTimeZone(Clock.Zone)));
            quartz.ScheduleJob<TrainerJob>(trigger => trigger
                .WithIdentity(nameof(TrainerJob))
                .WithCronSchedule(InTheMorning, cron => cron.InTimeZone(Clock.Zone)));
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void ScheduleEveryMinute<TJob>(IQuartzBuilder quartz)
        where TJob : IJob => quartz.ScheduleJob<TJob>(trigger => trigger
            .WithIdentity(typeof(TJob).Name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
}
