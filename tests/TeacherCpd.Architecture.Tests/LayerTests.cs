using System.Reflection;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Architecture.Tests;

/// <summary>Who may know whom. Each rule was made to fail once.</summary>
public sealed class LayerTests
{
    private static readonly Assembly Domain = typeof(Entity).Assembly;
    private static readonly Assembly Application = typeof(IAppDbContext).Assembly;
    private static readonly Assembly Infrastructure = typeof(AppDbContext).Assembly;
    private static readonly Assembly Originality = Assembly.Load("TeacherCpd.Originality");
    private static readonly Assembly Web = typeof(AppPage).Assembly;

    [Fact]
    public void The_domain_knows_nothing_but_the_framework() =>
        Assert.DoesNotContain(Referenced(Domain), name => !name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void The_originality_library_knows_nothing_but_the_framework() =>
        Assert.DoesNotContain(Referenced(Originality), name => !name.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void The_use_cases_know_neither_infrastructure_nor_pages_nor_a_database() =>
        Assert.DoesNotContain(Referenced(Application), name =>
            name is "TeacherCpd.Infrastructure" or "TeacherCpd.Web" or "TeacherCpd.Cli"
            || name.Contains("Hangfire", StringComparison.Ordinal)
            || name.Contains("Quartz", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.Contains("Sqlite", StringComparison.Ordinal)
            || name.Contains("SqlServer", StringComparison.Ordinal)
            || name.Contains("Npgsql", StringComparison.Ordinal));

    [Fact]
    public void Infrastructure_knows_neither_pages_nor_command_line() =>
        Assert.DoesNotContain(Referenced(Infrastructure), name => name is "TeacherCpd.Web" or "TeacherCpd.Cli");

    [Fact]
    public void Pages_ask_use_cases_and_never_the_database() =>
        Assert.Empty(Web.GetTypes().Where(t => typeof(AppPage).IsAssignableFrom(t))
            .Where(t => t.GetConstructors().Any(c => c.GetParameters().Any(p => typeof(IAppDbContext).IsAssignableFrom(p.ParameterType))))
            .Select(t => t.Name));

    [Theory]
    [InlineData("Hangfire", "Jobs")]
    [InlineData("Quartz", "Schedules")]
    public void Each_job_library_is_named_in_one_folder_only(string library, string folder)
    {
        var source = Path.Combine(Repository(), "src", "TeacherCpd.Infrastructure");
        var strays = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(Path.Combine(source, folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && File.ReadLines(file).Any(line => line.StartsWith($"using {library}", StringComparison.Ordinal)));

        Assert.Empty(strays);
    }

    [Fact]
    public void Every_use_case_and_record_stands_in_a_module_of_the_product()
    {
        string[] modules =
        [
            "Access", "Accounts", "Assessment", "Attestation", "Audit", "Certificates", "Collaboration", "Common", "Development", "Exchange", "Groups", "HelpDesk", "Library", "Monitoring",
            "Networks", "Organisations", "Originality", "Planning", "Portfolios", "Programmes", "Reports", "Studies", "Testing", "Texts", "Trainers", "ReferenceData",
        ];

        var strays = new[] { Domain, Application }
            .SelectMany(a => a.GetExportedTypes())
            .Where(t => t.Namespace is { } name && name.Split('.') is [_, _, var module, ..] && !modules.Contains(module));

        Assert.Empty(strays);
    }

    internal static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TeacherCpd.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static IEnumerable<string> Referenced(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => name is not ("netstandard" or "mscorlib"));
}
