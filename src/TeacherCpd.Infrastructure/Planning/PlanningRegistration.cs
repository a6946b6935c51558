using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Planning.Imports;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Planning;

/// <summary>Registers the reader of plans, and what the settings say about reminders of them.</summary>
public static class PlanningRegistration
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddPlanning(this IServiceCollection services) =>
        services
            .AddSingleton<IPlanFileReader, PlanFileReader>()
            .AddSingleton(provider => provider.GetRequiredService<PlanningSettings>().ToRules());
}
