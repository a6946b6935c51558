using System.CommandLine;
using TeacherCpd.Infrastructure.National;

namespace TeacherCpd.Cli.Commands;

/// <summary><c>seed national</c>: as many made-up teachers as the country has, to measure with.</summary>
internal static class SeedNationalCommand
{
    public static Command Create()
    {
        var command = new Command("national", "Add as many made-up teachers as the country has, 556,896, with organisations, employments and categories, to an empty database. Stopped, it goes on where it was.");
        command.SetAction((arguments, cancellationToken) => Product.RunAsync(arguments, async services =>
        {
            var console = arguments.InvocationConfiguration;
            var progress = new Progress(console.Error, "People");
            try
            {
                var added = await new NationalSeeder(services).SeedAsync(people => progress.Add(people - progress.Count), cancellationToken);
                progress.End();
                await console.Output.WriteLineAsync(added == 0 ? "The teachers of the country are there already." : $"Added: people {added}.");
                return 0;
            }
            catch (OperationCanceledException)
            {
                await console.Error.WriteLineAsync("Stopped. What is done is kept; run the command again to go on.");
                return 1;
            }
            catch (NotEmptyException e)
            {
                await console.Error.WriteLineAsync(e.Message);
                return 2;
            }
        }));
        return command;
    }
}
