using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Infrastructure.Replay;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>replay-2022</c>: the year 2022 again, with made-up people, by the commands of the application; afterwards its reports are held
/// against the printed tables. The exit code is 0 where all agree and what the source contradicts is explained, 1 where something does
/// not agree or it was stopped, 2 where the settings or the database do not fit.
/// </summary>
internal static class Replay2022Command
{
    private const int Unfinished = 1;
    private const int Unusable = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var scale = new Option<decimal>("--scale") { Description = "Share of the country, 0.005 to 1, for example 0.01 for one per cent.", DefaultValueFactory = _ => 1m };
        var command = new Command("replay-2022", "Replay the year 2022 in an empty database by the application's own commands, and compare its reports with the printed tables. Stopped, it goes on where it was.")
        {
            scale,
        };
        command.SetAction((arguments, cancellationToken) => Product.RunAsync(
            arguments,
            services => RunAsync(arguments.InvocationConfiguration, services, arguments.GetValue(scale), cancellationToken),
            services => services.AddReplay()));
        return command;
    }

    private static async Task<int> RunAsync(InvocationConfiguration console, IServiceProvider services, decimal scale, CancellationToken cancellationToken)
    {
        Replay2022 replay;
        try
        {
            var year = Year2022.Read();
            replay = new Replay2022(services, year, ReplayPlan.Make(year, scale));
            await services.GetRequiredService<AppDbContext>().Database.MigrateAsync(cancellationToken);
            var last = TimeProvider.System.GetTimestamp();
            await replay.RunAsync(
                (step, of, clock) =>
                {
                    if (!Console.IsErrorRedirected && (step == of || TimeProvider.System.GetElapsedTime(last) > Pause))
                    {
                        last = TimeProvider.System.GetTimestamp();
                        console.Error.Write($"\r{clock}: step {step} of {of} ");
                    }
                },
                cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("\nStopped. What is done is kept; run the command again to go on.");
            return Unfinished;
        }
        catch (Exception e) when (e is NotAReplayException or ArgumentOutOfRangeException)
        {
            await console.Error.WriteLineAsync(e.Message);
            return Unusable;
        }

        var figures = await replay.CompareAsync(cancellationToken);
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"scale {scale:0.####}; printed | planned at the scale | reported by the application"));
        foreach (var figure in figures)
        {
            var mark = figure.Agrees ? figure.Note is null ? "=" : "~" : "!";
            await console.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{mark} {figure.Table} {figure.Row}: {figure.Printed?.ToString(CultureInfo.InvariantCulture) ?? "-"} | {figure.Planned} | {figure.Reported}{(figure.Note is null ? "" : $"; {figure.Note}")}"));
        }

        var wrong = figures.Count(f => !f.Agrees);
        await console.Output.WriteLineAsync($"{figures.Count} figures, {wrong} do not agree, {figures.Count(f => f.Agrees && f.Note is not null)} differ from print and are explained.");
        return wrong == 0 ? 0 : Unfinished;
    }
}
