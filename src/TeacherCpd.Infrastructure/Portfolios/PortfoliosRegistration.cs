using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Registers where handed-in files are kept and how their text is read.</summary>
public static class PortfoliosRegistration
{
    /// <summary>Registers both.</summary>
    public static IServiceCollection AddPortfolios(this IServiceCollection services)
    {
        services.AddSingleton(provider => new FileStoreOptions { Root = provider.GetRequiredService<StorageSettings>().UploadFolder });
        services.AddSingleton<IFileStore, FolderFileStore>();
        services.AddSingleton(provider => new UploadStoreOptions { Root = provider.GetRequiredService<StorageSettings>().OnTheirWayFolder });
        services.AddSingleton<IUploadStore, FolderUploadStore>();
        services.AddSingleton(provider => provider.GetRequiredService<UploadSettings>().ToTerms());
        services.AddSingleton<ITextExtractor, TextExtractor>();
        return services;
    }
}
