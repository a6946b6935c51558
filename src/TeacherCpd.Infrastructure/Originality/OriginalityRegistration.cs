using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Originality;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Infrastructure.Originality;

/// <summary>Registers the index of fingerprints and the terms of cases.</summary>
public static class OriginalityRegistration
{
    /// <summary>Registers the index in the database of the product.</summary>
    public static IServiceCollection AddOriginality(this IServiceCollection services)
    {
        services.AddScoped<IIndexStore>(provider =>
            new DatabaseIndexStore(provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<FingerprintIndex>();
        services.AddSingleton(provider => new CaseTerms(provider.GetRequiredService<OriginalitySettings>().StatementDays));
        return services;
    }
}
