using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Exchange;

namespace TeacherCpd.Infrastructure.Exchange;

/// <summary>Registers how files of the national education database are read.</summary>
public static class ExchangeRegistration
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services) => services.AddScoped<IRegisterFileReader, RegisterFileReader>();
}
