using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TeacherCpd.Application.Common;

namespace TeacherCpd.Infrastructure.Schedules;

/// <summary>Registers Quartz: it decides when, and only sends commands.</summary>
public static class ScheduleRegistration
{
    /// <summary>Each schedule with the time after which it works again.</summary>
    internal static readonly IReadOnlyDictionary<string, TimeSpan> Periods = new Dictionary<string, TimeSpan>
    {
        [nameof(SweepJob)] = TimeSpan.FromMinutes(1),
        [nameof(TendIndexJob)] = TimeSpan.FromMinutes(1),
        [nameof(TrainingJob)] = TimeSpan.FromDays(1),
        [nameof(TrainerJob)] = TimeSpan.FromDays(1),
        [nameof(CategoryJob)] = TimeSpan.FromDays(1),
        [nameof(CycleJob)] = TimeSpan.FromDays(1),
        [nameof(OverdueJob)] = TimeSpan.FromDays(1),
        [nameof(StudyJob)] = TimeSpan.FromDays(1),
        [nameof(PlanJob)] = TimeSpan.FromDays(1),
        [nameof(MarkingReportJob)] = TimeSpan.FromDays(31),
    };

    // half past two, when nobody waits for a page
    private const string AtNight = "0 30 2 * * ?";

    // an hour later, from the first to the fifth
    private const string InFirstNights = "0 30 3 1-5 * ?";

    // before offices open, so that whoever is warned can act the same day
    private const string InTheMorning = "0 30 6 * * ?";

    /// <summary>Registers the schedules of this process.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            ScheduleEveryMinute<SweepJob>(quartz);
            ScheduleEveryMinute<TendIndexJob>(quartz);
            ScheduleAt<TrainingJob>(quartz, AtNight);
            ScheduleAt<MarkingReportJob>(quartz, InFirstNights);
            ScheduleAt<TrainerJob>(quartz, InTheMorning);
            ScheduleAt<CategoryJob>(quartz, InTheMorning);
            ScheduleAt<CycleJob>(quartz, InTheMorning);
            ScheduleAt<StudyJob>(quartz, InTheMorning);
            ScheduleAt<PlanJob>(quartz, InTheMorning);
            ScheduleAt<OverdueJob>(quartz, InTheMorning);
            quartz.AddJobListener<ScheduleWatch>();
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private static void ScheduleAt<TJob>(IQuartzBuilder quartz, string times)
        where TJob : IJob => quartz.ScheduleJob<TJob>(trigger => trigger
            .WithIdentity(typeof(TJob).Name)
            .WithCronSchedule(times, cron => cron.InTimeZone(Clock.Zone)));

    private static void ScheduleEveryMinute<TJob>(IQuartzBuilder quartz)
        where TJob : IJob => quartz.ScheduleJob<TJob>(trigger => trigger
            .WithIdentity(typeof(TJob).Name)
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromMinutes(1)).RepeatForever()));
}
