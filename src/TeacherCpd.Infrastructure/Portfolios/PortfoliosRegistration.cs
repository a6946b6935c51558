using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Application.Portfolios.Exports;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>Registers where handed-in files are kept and how their text is read.</summary>
public static class PortfoliosRegistration
{
    /// <summary>Registers both.</summary>
    public static IServiceCollection AddPortfolios(this IServiceCollection services)
    {
        services.AddSingleton(provider => new FileStoreOptions { Root = provider.GetRequiredService<StorageSettings>().UploadFolder });
        services.AddSingleton<FolderFileStore>();
        services.AddSingleton(provider => new S3FileStore(
            provider.GetRequiredService<FileStoreOptions>(),
            provider.GetRequiredService<S3Settings>().ToOptions() ?? throw new InvalidOperationException("No bucket is set.")));
        services.AddSingleton(provider => new Clamd(provider.GetRequiredService<VirusScanSettings>().Clamd));
        services.AddSingleton<IFileStore>(provider =>
        {
            IFileStore store = provider.GetRequiredService<S3Settings>().ToOptions() is null
                ? provider.GetRequiredService<FolderFileStore>()
                : provider.GetRequiredService<S3FileStore>();
            return provider.GetRequiredService<VirusScanSettings>().Clamd.Length == 0
                ? store
                : ActivatorUtilities.CreateInstance<ScannedFileStore>(provider, store);
        });
        services.AddSingleton(provider => new UploadStoreOptions { Root = provider.GetRequiredService<StorageSettings>().OnTheirWayFolder });
        services.AddSingleton<IUploadStore, FolderUploadStore>();
        services.AddSingleton(provider => provider.GetRequiredService<UploadSettings>().ToTerms());
        services.AddSingleton(provider => new ExportStoreOptions { Root = provider.GetRequiredService<StorageSettings>().ExportFolder });
        services.AddSingleton<IExportStore, FolderExportStore>();
        services.AddSingleton(provider => provider.GetRequiredService<ExportSettings>().ToTerms());
        services.AddSingleton<ITextExtractor, TextExtractor>();
        return services;
    }
}
