using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Attestation;

/// <summary>Registers what attestation needs from outside.</summary>
public static class AttestationRegistration
{
    /// <summary>Registers the service that verifies national signatures.</summary>
    public static IServiceCollection AddAttestation(this IServiceCollection services) => services.AddSingleton<INationalSignatures>(provider =>
        new HttpNationalSignatures(
            new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) },
            provider.GetRequiredService<AttestationSettings>(),
            provider.GetRequiredService<ILogger<HttpNationalSignatures>>()));
}
