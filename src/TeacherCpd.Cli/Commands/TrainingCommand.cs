using System.CommandLine;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Development;

namespace TeacherCpd.Cli.Commands;

/// <summary><c>training rebuild</c>: what the nightly schedule does, after an import or a change of the rule of training.</summary>
internal static class TrainingCommand
{
    public static Command Create()
    {
        var rebuild = new Command("rebuild", "Make the lists of training anew; can be repeated.");
        rebuild.SetAction((arguments, cancellationToken) => Product.RunAsync(arguments, async services =>
        {
            var people = await TrainingRebuild.RunAsync(services.GetRequiredService<IMediator>(), cancellationToken);
            await arguments.InvocationConfiguration.Output.WriteLineAsync($"People looked at: {people}.");
            return 0;
        }));
        return new Command("training", "Whose training is due.") { rebuild };
    }
}
