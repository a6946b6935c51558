using System.CommandLine;
using System.Globalization;
using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Attestation.Rules;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Cli.Commands;

/// <summary>
/// <c>attestation rules</c>: editions of the rules as files. <c>schema</c> and <c>validate</c> need neither settings nor database. The exit
/// code is 2 where a file is no edition; each fault is named with its place.
/// </summary>
internal static class RulesCommand
{
    private const int Unusable = 2;

    public static Command Create() => new("rules", "Editions of the attestation rules as files.")
    {
        Schema(),
        Validate(),
        Export(),
        Import(),
    };

    private static Command Schema()
    {
        var command = new Command("schema", "Write the JSON schema of an edition.");
        command.SetAction(async (arguments, _) => await arguments.InvocationConfiguration.Output.WriteLineAsync(BundledRuleSets.Schema));
        return command;
    }

    private static Command Validate()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An edition, as JSON." };
        var command = new Command("validate", "Say whether a file is an edition, and what is wrong with it.") { file };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var console = arguments.InvocationConfiguration;
            if (await ReadAsync(arguments.GetValue(file)!, console.Error, cancellationToken) is not { } json)
            {
                return Unusable;
            }

            var read = RuleDocument.Read(json);
            if (read.Error is InvalidInput invalid)
            {
                foreach (var fault in invalid.Faults)
                {
                    var words = new[] { fault.Code.Replace('_', ' ') }.Concat(fault.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)));
                    await console.Error.WriteLineAsync($"{fault.Field}: {string.Join(", ", words)}");
                }

                return Unusable;
            }

            await console.Output.WriteLineAsync($"{read.Value.Rules.Code}: {read.Value.Values.Count} rules.");
            foreach (var warning in read.Value.Warnings)
            {
                await console.Output.WriteLineAsync($"{warning.Field}: printed {warning.Args[0]}, the criteria add up to {warning.Args[1]}.");
            }

            foreach (var open in read.Value.Values.Where(v => v.Kind == RuleValueKind.Open))
            {
                await console.Output.WriteLineAsync($"{open.Path}: not filled in.");
            }

            return 0;
        });
        return command;
    }

    private static Command Export()
    {
        var code = new Argument<string>("CODE") { Description = "Code of the edition." };
        var command = new Command("export", "Write an edition of the database to standard output.") { code };
        command.SetAction((arguments, cancellationToken) => Product.RunAsync(arguments, async services =>
        {
            var console = arguments.InvocationConfiguration;
            var wanted = arguments.GetValue(code);
            var edition = await services.GetRequiredService<IAppDbContext>().RuleSets.AsNoTracking().SingleOrDefaultAsync(r => r.Code == wanted, cancellationToken);
            if (edition is null)
            {
                await console.Error.WriteLineAsync($"There is no edition {wanted}.");
                return Unusable;
            }

            await console.Output.WriteLineAsync(RuleDocument.Read(edition.Json).Value.ToJson(edition.ValidFrom, edition.ValidTo));
            return 0;
        }));
        return command;
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "An edition, as JSON." };
        var command = new Command("import", "Make a draft of a file; the ministry puts it in force on the pages.") { file };
        command.SetAction((arguments, cancellationToken) => Product.RunAsync(arguments, async services =>
        {
            var console = arguments.InvocationConfiguration;
            if (await ReadAsync(arguments.GetValue(file)!, console.Error, cancellationToken) is not { } json)
            {
                return Unusable;
            }

            await using var content = new MemoryStream(Encoding.UTF8.GetBytes(json));
            var imported = await services.GetRequiredService<IMediator>().Send(new AddEditionCommand(Guid.CreateVersion7(), content), cancellationToken);
            if (imported.Error is { } error)
            {
                await console.Error.WriteLineAsync($"{error.Code.Replace('_', ' ')}: {string.Join(", ", error.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)))}");
                return Unusable;
            }

            await console.Output.WriteLineAsync("The draft is made.");
            return 0;
        }));
        return command;
    }

    private static async Task<string?> ReadAsync(FileInfo file, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(file.FullName, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(e.Message);
            return null;
        }
    }
}
