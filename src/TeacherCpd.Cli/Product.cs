using System.CommandLine;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure;
using TeacherCpd.Infrastructure.Settings;

namespace TeacherCpd.Cli;

/// <summary>The product as a command uses it: the settings of the site, its services, and the system as the user.</summary>
internal static class Product
{
    /// <summary>Settings as the site reads them: environment variables, then the local file.</summary>
    public static ConfigurationManager Settings(ParseResult arguments)
    {
        var configuration = new ConfigurationManager();
        configuration.AddEnvironmentVariables();
        Home.AddLocalSettings(configuration, CommandLine.HomeOf(arguments));
        return configuration;
    }

    /// <summary>Runs a command within a scope of services; gives the exit code.</summary>
    /// <param name="arguments">Arguments.</param>
    /// <param name="work">What is done.</param>
    /// <param name="change">Services that the command has otherwise than the site; null: none.</param>
    public static async Task<int> RunAsync(ParseResult arguments, Func<IServiceProvider, Task<int>> work, Action<IServiceCollection>? change = null)
    {
        try
        {
            using var configuration = Settings(arguments);
            await using var services = Services(configuration, change);
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().ActsAsSystem();
            return await work(scope.ServiceProvider);
        }
        catch (SettingsException e)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    /// <summary>Sends a request; says what came of it and gives the exit code.</summary>
    public static Task<int> SendAsync<T>(ParseResult arguments, IRequest<Result<T>> request, Func<T, string> done, CancellationToken cancellationToken) =>
        RunAsync(arguments, async services =>
        {
            var result = await services.GetRequiredService<IMediator>().Send(request, cancellationToken);
            if (result.Error is { } error)
            {
                await arguments.InvocationConfiguration.Error.WriteLineAsync(Words(error));
                return 1;
            }

            await arguments.InvocationConfiguration.Output.WriteLineAsync(done(result.Value));
            return 0;
        });

    /// <summary>The services of the product.</summary>
    public static ServiceProvider Services(IConfiguration configuration, Action<IServiceCollection>? change = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddTeacherCpd(configuration);
        change?.Invoke(services);
        return services.BuildServiceProvider();
    }

    /// <summary>An error in words.</summary>
    public static string Words(Error error) => error is InvalidInput input
        ? string.Join(Environment.NewLine, input.Faults.Select(f => $"{f.Field}: {TextCatalogue.Get(Language.En, $"error.{f.Code}", [.. f.Args])}"))
        : TextCatalogue.Get(Language.En, $"error.{error.Code}", [.. error.Args]);
}
