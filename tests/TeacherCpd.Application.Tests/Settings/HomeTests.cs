using Microsoft.Extensions.Configuration;
using TeacherCpd.Infrastructure.Settings;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Settings;

public sealed class HomeTests : IDisposable
{
    private const string Variable = "TEACHERCPD_HOME_TEST__Password";

    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        folder.Dispose();
    }

    [Fact]
    public void The_environment_wins_over_the_file_of_the_machine_and_the_file_over_the_defaults()
    {
        File.WriteAllText(
            Path.Combine(folder.Path, "appsettings.Local.json"),
            """{ "TEACHERCPD_HOME_TEST": { "Password": "", "Host": "of the file" } }""");
        Environment.SetEnvironmentVariable(Variable, "of the environment");
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["TEACHERCPD_HOME_TEST:Host"] = "default" });
        configuration.AddEnvironmentVariables();

        Home.AddLocalSettings(configuration, folder.Path);

        Assert.Equal("of the environment", configuration["TEACHERCPD_HOME_TEST:Password"]);
        Assert.Equal("of the file", configuration["TEACHERCPD_HOME_TEST:Host"]);
    }
}
