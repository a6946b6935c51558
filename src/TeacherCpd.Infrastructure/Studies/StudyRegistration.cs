using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Studies;

/// <summary>Registers what the settings say about studies.</summary>
public static class StudyRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddStudies(this IServiceCollection services) =>
        services.AddSingleton(provider => provider.GetRequiredService<StudySettings>().ToRules());
}
