using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Application.Common;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>Registers the printing of certificates.</summary>
public static class CertificatesRegistration
{
    /// <summary>Registers the printer and the address it prints.</summary>
    public static IServiceCollection AddCertificates(this IServiceCollection services)
    {
        services.AddSingleton(_ => new CertificateOptions { FontFolder = CertificateOptions.FindFontFolder() });
        services.AddSingleton<ICertificatePrinter, CertificatePrinter>();
        services.AddSingleton(provider => new VerificationAddress(provider.GetRequiredService<SiteSettings>().PublicUrl));
        services.AddSingleton<IKeySeal, KeySeal>();
        services.AddSingleton<IssuerKeys>();
        return services;
    }
}
