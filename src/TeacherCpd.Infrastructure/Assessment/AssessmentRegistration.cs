using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Attestation;

namespace TeacherCpd.Infrastructure.Assessment;

/// <summary>Registers what assessment needs from outside.</summary>
public static class AssessmentRegistration
{
    /// <summary>Registers the printers of results and papers.</summary>
    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddSingleton<IResultPrinter, ResultPrinter>()
        .AddSingleton<IDocxPrinter, DocxPrinter>();
}
