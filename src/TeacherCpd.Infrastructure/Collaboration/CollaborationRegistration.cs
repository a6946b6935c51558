using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Collaboration;

/// <summary>Registers what the settings say about working together.</summary>
public static class CollaborationRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddCollaboration(this IServiceCollection services) =>
        services.AddSingleton(provider => provider.GetRequiredService<CollaborationSettings>().ToRules());
}
