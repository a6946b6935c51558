using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Infrastructure.Originality;

/// <summary>Registers the index of fingerprints.</summary>
public static class OriginalityRegistration
{
    /// <summary>Registers the index in the database of the product.</summary>
    public static IServiceCollection AddOriginality(this IServiceCollection services)
    {
        services.AddScoped<IIndexStore>(provider =>
            new DatabaseIndexStore(provider.GetRequiredService<AppDbContext>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<FingerprintIndex>();
        return services;
    }
}
