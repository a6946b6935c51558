using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.HelpDesk;

/// <summary>Registers what the settings say about the help desk.</summary>
public static class HelpDeskRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddHelpDesk(this IServiceCollection services) =>
        services.AddSingleton(provider => provider.GetRequiredService<HelpDeskSettings>().ToRules());
}
