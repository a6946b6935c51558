using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Monitoring;
using TeacherCpd.Infrastructure.Mail;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Monitoring;

/// <summary>Registers the plan of the year after a course and the mail that reminds of it, as the settings say.</summary>
public static class MonitoringRegistration
{
    // the port on which mail servers expect TLS from the first byte
    private const int TlsPort = 465;

    /// <summary>Registers them.</summary>
    public static IServiceCollection AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<MonitoringSettings>().ToPlan());
        services.AddSingleton(provider => new EscalationTerm(provider.GetRequiredService<MonitoringSettings>().EscalateDaysAfter));
        services.AddSingleton(provider => provider.GetRequiredService<MonitoringSettings>().ToHours());
        services.AddSingleton(provider => new ReminderSite(
            new Uri(provider.GetRequiredService<SiteSettings>().PublicUrl + "/"),
            provider.GetRequiredService<MailSettings>().From.Split('@')[^1]));
        services.AddSingleton(provider => new FolderMailOptions
        {
            From = SenderOf(provider),
            Folder = provider.GetRequiredService<StorageSettings>().MailFolder,
        });
        services.AddSingleton<FolderMailbox>();
        services.AddSingleton<IMailLeave, MailLeave>();
        services.AddSingleton<IMailSender>(provider =>
        {
            var mail = provider.GetRequiredService<MailSettings>();
            var time = provider.GetRequiredService<TimeProvider>();
            return mail.Host.Length == 0
                ? new FolderMailSender(provider.GetRequiredService<FolderMailOptions>(), time)
                : new SmtpMailSender(ServerOf(mail, SenderOf(provider)), time);
        });
        return services;
    }

    private static MailSenderIdentity SenderOf(IServiceProvider provider) =>
        new(provider.GetRequiredService<MailSettings>().From, "TeacherCpd");

    private static SmtpOptions ServerOf(MailSettings mail, MailSenderIdentity from) => new()
    {
        From = from,
        Host = mail.Host,
        Port = mail.Port,
        Tls = !mail.RequireTls ? SmtpTlsMode.None : mail.Port == TlsPort ? SmtpTlsMode.Tls : SmtpTlsMode.StartTls,
        User = mail.User,
        Password = mail.Password,
    };
}
