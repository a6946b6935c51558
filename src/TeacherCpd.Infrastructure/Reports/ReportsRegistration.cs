using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Reports;

namespace TeacherCpd.Infrastructure.Reports;

/// <summary>Registers what reports need from outside.</summary>
public static class ReportsRegistration
{
    /// <summary>Registers the writers of each format.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services) => services
        .AddSingleton<IReportWriter, CsvReportWriter>()
        .AddSingleton<IReportWriter, XlsxReportWriter>()
        .AddSingleton<IReportWriter, PdfReportWriter>();
}
