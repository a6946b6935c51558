using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Assessment;

namespace TeacherCpd.Infrastructure.Assessment;

/// <summary>Registers what assessment needs from outside.</summary>
public static class AssessmentRegistration
{
    /// <summary>Registers the printer of results.</summary>
    public static IServiceCollection AddAssessment(this IServiceCollection services) => services.AddSingleton<IResultPrinter, ResultPrinter>();
}
