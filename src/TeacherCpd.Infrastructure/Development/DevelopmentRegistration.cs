using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Development;

/// <summary>Registers the rule of training as the settings say.</summary>
public static class DevelopmentRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddDevelopment(this IServiceCollection services) =>
        services.AddSingleton(provider => provider.GetRequiredService<TrainingSettings>().ToRule());
}
