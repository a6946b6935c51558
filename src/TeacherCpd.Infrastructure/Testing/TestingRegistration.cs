using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Testing;

/// <summary>Registers what the settings say about trial tests.</summary>
public static class TestingRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddTesting(this IServiceCollection services) =>
        services.AddSingleton(provider => provider.GetRequiredService<TestingSettings>().ToRules());
}
