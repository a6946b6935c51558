using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Exchange.Lti;
using TeacherCpd.Application.Exchange.Webhooks;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Exchange;

/// <summary>Registers how files of the national education database are read, and how other systems are told of changes.</summary>
public static class ExchangeRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services)
    {
        services.AddScoped<IRegisterFileReader, RegisterFileReader>();
        services.AddSingleton(provider => provider.GetRequiredService<ExchangeSettings>().ToRules());
        services.AddSingleton<IWebhookSender, HttpWebhookSender>();
        services.AddSingleton<LtiPlatform>();
        services.AddScoped<LtiSigner>();
        services.AddSingleton<ILtiAssertions, LtiAssertions>();
        return services;
    }
}
