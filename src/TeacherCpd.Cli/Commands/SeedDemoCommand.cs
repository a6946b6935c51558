using System.CommandLine;
using TeacherCpd.Infrastructure.Demo;

namespace TeacherCpd.Cli.Commands;

/// <summary><c>seed demo</c>: made-up people and their courses, to look at the system with.</summary>
internal static class SeedDemoCommand
{
    private static readonly Option<bool> NotProduction = new("--yes-this-is-not-production")
    {
        Description = "Says that made-up people with a known password may be added to this database.",
    };

    public static Command Create()
    {
        var command = new Command("demo", "Add made-up people with a known password, their courses, portfolios and attestation cases.") { NotProduction };
        command.SetAction((arguments, cancellationToken) =>
        {
            var environment = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT");
            if (!arguments.GetValue(NotProduction) && !string.Equals(environment, "Development", StringComparison.OrdinalIgnoreCase))
            {
                arguments.InvocationConfiguration.Error.WriteLine(
                    "Refused: the demo accounts have a password that everybody knows. Set DOTNET_ENVIRONMENT=Development or add --yes-this-is-not-production.");
                return Task.FromResult(1);
            }

            return Product.RunAsync(arguments, async services =>
            {
                var added = await DemoSeeder.SeedAsync(services, cancellationToken);
                await arguments.InvocationConfiguration.Output.WriteLineAsync(added ? DemoAccounts.Words() : "The demo data are there already.");
                return 0;
            });
        });
        return command;
    }
}
