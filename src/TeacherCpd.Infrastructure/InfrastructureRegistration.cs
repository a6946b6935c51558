using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application;
using TeacherCpd.Infrastructure.Accounts;
using TeacherCpd.Infrastructure.Assessment;
using TeacherCpd.Infrastructure.Attestation;
using TeacherCpd.Infrastructure.Certificates;
using TeacherCpd.Infrastructure.Collaboration;
using TeacherCpd.Infrastructure.Development;
using TeacherCpd.Infrastructure.Exchange;
using TeacherCpd.Infrastructure.Groups;
using TeacherCpd.Infrastructure.HelpDesk;
using TeacherCpd.Infrastructure.Jobs;
using TeacherCpd.Infrastructure.Library;
using TeacherCpd.Infrastructure.Monitoring;
using TeacherCpd.Infrastructure.Originality;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Planning;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Infrastructure.Reports;
using TeacherCpd.Infrastructure.Schedules;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Infrastructure.Studies;
using TeacherCpd.Infrastructure.Testing;

namespace TeacherCpd.Infrastructure;

/// <summary>Everything but the pages: used by the site, the command line and the tests alike.</summary>
public static class InfrastructureRegistration
{
    /// <summary>Registers use cases, database, files, mail and the client side of the jobs.</summary>
    /// <exception cref="SettingsException">A setting makes no sense.</exception>
    public static IServiceCollection AddTeacherCpd(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddApplication(SettingsRegistration.Get<LicenceSettings>(configuration).AutoMapper);
        services.AddDataProtection()
            .PersistKeysToFileSystem(new DirectoryInfo(SettingsRegistration.Get<StorageSettings>(configuration).KeyFolder))
            .SetApplicationName("TeacherCpd");
        services.AddDatabase();
        services.AddAccounts();
        services.AddPortfolios();
        services.AddGroups();
        services.AddOriginality();
        services.AddCertificates();
        services.AddAssessment();
        services.AddAttestation();
        services.AddMonitoring();
        services.AddSingleton<ScheduleHealth>();
        services.AddDevelopment();
        services.AddStudies();
        services.AddTesting();
        services.AddLibrary();
        services.AddHelpDesk();
        services.AddCollaboration();
        services.AddPlanning();
        services.AddReports();
        services.AddExchange();
        services.AddJobs(SettingsRegistration.Get<DatabaseSettings>(configuration));
        return services;
    }
}
