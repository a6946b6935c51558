using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Accounts;
using TeacherCpd.Application.Attestation;
using TeacherCpd.Application.Audit;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Application;

/// <summary>Registers the use cases and their pipeline.</summary>
public static class ServiceRegistration
{
    /// <summary>Registers the use cases. Infrastructure adds what they need from outside.</summary>
    /// <param name="services">Services.</param>
    /// <param name="autoMapperLicence">Licence key of AutoMapper; null or empty for its community terms.</param>
    public static IServiceCollection AddApplication(this IServiceCollection services, string? autoMapperLicence)
    {
        var assembly = typeof(ServiceRegistration).Assembly;
        services.AddSingleton<UploadReader>();
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblies(assembly)
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo<ITodaySource>(), publicOnly: false)
            .As<ITodaySource>()
            .WithScopedLifetime()
            .AddClasses(classes => classes.AssignableTo<IDerivedRecords>(), publicOnly: false)
            .As<IDerivedRecords>()
            .WithScopedLifetime());
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AccessBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        services.AddValidatorsFromAssembly(assembly, includeInternalTypes: true);
        services.AddAutoMapper(
            mapping =>
            {
                if (!string.IsNullOrEmpty(autoMapperLicence))
                {
                    mapping.LicenseKey = autoMapperLicence;
                }
            },
            assembly);
        services.AddScoped<CurrentUser>();
        services.AddScoped<CredentialWriter>();
        services.AddScoped<CurrentUserLoader>();
        services.AddScoped<AuditGate>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<CaseChain>();
        return services;
    }
}
