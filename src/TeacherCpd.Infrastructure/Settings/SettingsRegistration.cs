using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TeacherCpd.Infrastructure.Settings;

/// <summary>A setting makes no sense; the message is one line for the person who starts the program.</summary>
public sealed class SettingsException(string message) : Exception(message);

/// <summary>Binds the settings, strictly: an unknown key or a value out of range stops the start.</summary>
public static class SettingsRegistration
{
    /// <summary>Sections and the type that holds each.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Sections = new Dictionary<string, Type>
    {
        ["Database"] = typeof(DatabaseSettings),
        ["Storage"] = typeof(StorageSettings),
        ["Uploads"] = typeof(UploadSettings),
        ["Exports"] = typeof(ExportSettings),
        ["S3"] = typeof(S3Settings),
        ["VirusScan"] = typeof(VirusScanSettings),
        ["Site"] = typeof(SiteSettings),
        ["Mail"] = typeof(MailSettings),
        ["Monitoring"] = typeof(MonitoringSettings),
        ["Studies"] = typeof(StudySettings),
        ["Exchange"] = typeof(ExchangeSettings),
        ["SignIn"] = typeof(SignInSettings),
        ["Testing"] = typeof(TestingSettings),
        ["Library"] = typeof(LibrarySettings),
        ["HelpDesk"] = typeof(HelpDeskSettings),
        ["Collaboration"] = typeof(CollaborationSettings),
        ["Meetings"] = typeof(MeetingSettings),
        ["Planning"] = typeof(PlanningSettings),
        ["Training"] = typeof(TrainingSettings),
        ["Originality"] = typeof(OriginalitySettings),
        ["Attestation"] = typeof(AttestationSettings),
        ["Verification"] = typeof(VerificationSettings),
        ["Jobs"] = typeof(JobSettings),
        ["Licences"] = typeof(LicenceSettings),
    };

    /// <summary>Registers every section as a singleton.</summary>
    /// <exception cref="SettingsException">A setting makes no sense.</exception>
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        foreach (var (name, type) in Sections)
        {
            services.AddSingleton(type, Bind(configuration.GetSection(name), type));
        }

        return services;
    }

    /// <summary>One section, bound and validated.</summary>
    /// <exception cref="SettingsException">A setting makes no sense.</exception>
    public static T Get<T>(IConfiguration configuration) =>
        (T)Bind(configuration.GetSection(Sections.Single(s => s.Value == typeof(T)).Key), typeof(T));

    private static object Bind(IConfigurationSection section, Type type)
    {
        object settings;
        try
        {
            settings = section.Get(type, binder => binder.ErrorOnUnknownConfiguration = true) ?? Activator.CreateInstance(type)!;
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException($"Settings, section {section.Path}: {e.InnerException?.Message ?? e.Message}");
        }

        var faults = new List<ValidationResult>();
        if (!Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true))
        {
            throw new SettingsException($"Settings, section {section.Path}: {string.Join(" ", faults.Select(f => f.ErrorMessage))}");
        }

        return settings;
    }
}
