using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Library;

/// <summary>Registers what the settings say about the library.</summary>
public static class LibraryRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddLibrary(this IServiceCollection services) =>
        services.AddSingleton(provider => provider.GetRequiredService<LibrarySettings>().ToRules());
}
