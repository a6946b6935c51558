using System.CommandLine;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Exchange;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Exchange;

namespace TeacherCpd.Cli.Commands;

/// <summary><c>exchange</c>: files of the national education database, of any size, without the site.</summary>
internal static class ExchangeCommand
{
    private static readonly Argument<Guid> Id = new("import") { Description = "Id of the import, as exchange import prints it." };

    public static Command Create() => new("exchange", "Compare files of the national education database with the records, follow them, take them back.")
    {
        Import(),
        Apply(),
        Undo(),
        Report(),
        Export(),
    };

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "Text with separators of any size, or a workbook of up to 5,000 rows." };
        var kind = new Option<RegisterKind>("--kind") { Description = "staff or organisations.", DefaultValueFactory = _ => RegisterKind.Staff };
        var asOf = new Option<DateOnly>("--as-of") { Description = "The day for which the file speaks, as 2026-09-01.", Required = true };
        var place = new Option<string?>("--place") { Description = "Path of the organisation whose subtree the file is about, as kz/39/; the whole country when left out." };
        var command = new Command("import", "Read a file and compare it. Nothing changes. Stopped, the same command goes on where it was.") { file, kind, asOf, place };
        command.SetAction((arguments, cancellationToken) => Product.RunAsync(arguments, async services =>
        {
            var console = arguments.InvocationConfiguration;
            var path = arguments.GetValue(file)!;
            if (!path.Exists)
            {
                await console.Error.WriteLineAsync($"There is no file {path.FullName}.");
                return 2;
            }

            var wanted = arguments.GetValue(place);
            if (await PlaceAsync(services, wanted, cancellationToken) is not { } placeId)
            {
                await console.Error.WriteLineAsync($"There is no organisation {wanted}.");
                return 2;
            }

            await using var content = path.OpenRead();
            return await UntilStoppedAsync(arguments, async () =>
            {
                var progress = new Progress(console.Error, "Rows read");
                var read = await services.GetRequiredService<IMediator>().Send(
                    new ReceiveRegisterCommand(arguments.GetValue(kind), arguments.GetValue(asOf), placeId, content, path.Name, rows => progress.Add(rows - progress.Count)), cancellationToken);
                progress.End();
                return read.Error is { } error
                    ? await FailAsync(arguments, error)
                    : await RunAsync(arguments, services, read.Value, "Rows compared", cancellationToken);
            });
        }));
        return command;
    }

    private static Command Apply()
    {
        var follow = new Option<RegisterFinding[]>("--follow") { Description = "Differences in which the records follow the file, as OnlyThere NewWorkplace.", Required = true, AllowMultipleArgumentsPerToken = true };
        var command = new Command("apply", "Write what a file says, of the differences named. Stopped, the same command goes on where it was.") { Id, follow };
        command.SetAction((arguments, cancellationToken) => StepAsync(arguments, new ConfirmRegisterImportCommand(arguments.GetValue(Id), arguments.GetValue(follow)!), RegisterImportStatus.Applying, cancellationToken));
        return command;
    }

    private static Command Undo()
    {
        var command = new Command("undo", "Take back what an import wrote.") { Id };
        command.SetAction((arguments, cancellationToken) => StepAsync(arguments, new UndoRegisterImportCommand(arguments.GetValue(Id)), RegisterImportStatus.Undoing, cancellationToken));
        return command;
    }

    private static Command Report()
    {
        var command = new Command("report", "Write all differences of an import to the output as a table, in English.") { Id };
        command.SetAction((arguments, cancellationToken) => Product.RunAsync(arguments, async services =>
        {
            var report = await services.GetRequiredService<IMediator>().Send(new GetRegisterReportQuery(arguments.GetValue(Id), Language.En), cancellationToken);
            if (report.Error is { } error)
            {
                return await FailAsync(arguments, error);
            }

            await foreach (var part in report.Value.Parts.WithCancellation(cancellationToken))
            {
                await arguments.InvocationConfiguration.Output.WriteAsync(System.Text.Encoding.UTF8.GetString(part));
            }

            return 0;
        }));
        return command;
    }

    private static Command Export()
    {
        var place = new Option<string?>("--place") { Description = "Path of the organisation whose subtree it is about, as kz/39/; the whole country when left out." };
        var changes = new Option<bool>("--changes") { Description = "Only people of whom anything changed since the last export of the place." };
        var output = new Option<FileInfo>("--output") { Description = "File that is written; see docs/exchange.md.", Required = true };
        var command = new Command("export", "Write work, certificates, categories and training of people to a table.") { place, changes, output };
        command.SetAction((arguments, cancellationToken) => Product.RunAsync(arguments, async services =>
        {
            var mediator = services.GetRequiredService<IMediator>();
            var wanted = arguments.GetValue(place);
            if (await PlaceAsync(services, wanted, cancellationToken) is not { } placeId)
            {
                await arguments.InvocationConfiguration.Error.WriteLineAsync($"There is no organisation {wanted}.");
                return 2;
            }

            return await UntilStoppedAsync(arguments, async () =>
            {
                var progress = new Progress(arguments.InvocationConfiguration.Error, "People");
                var asked = await mediator.Send(new AskForRegisterExportCommand(Guid.CreateVersion7(), placeId, arguments.GetValue(changes)), cancellationToken);
                var made = asked.Error ?? (await mediator.Send(new RunRegisterExportCommand(asked.Value, people => progress.Add(people - progress.Count)), cancellationToken)).Error;
                progress.End();
                if (made is not null)
                {
                    return await FailAsync(arguments, made);
                }

                await using var file = arguments.GetValue(output)!.Create();
                await foreach (var part in (await mediator.Send(new GetRegisterExportQuery(asked.Value), cancellationToken)).Value.Parts.WithCancellation(cancellationToken))
                {
                    await file.WriteAsync(part, cancellationToken);
                }

                return 0;
            });
        }));
        return command;
    }

    private static Task<Guid?> PlaceAsync(IServiceProvider services, string? path, CancellationToken cancellationToken) =>
        services.GetRequiredService<IAppDbContext>().Organisations
            .Where(o => path == null ? o.ParentId == null : o.Path == path)
            .Select(o => (Guid?)o.Id)
            .SingleOrDefaultAsync(cancellationToken);

    // a step that was broken off is under way: it is not asked for again, it goes on
    private static Task<int> StepAsync(ParseResult arguments, ICommand<Done> step, RegisterImportStatus underWay, CancellationToken cancellationToken) =>
        Product.RunAsync(arguments, async services =>
        {
            var id = arguments.GetValue(Id);
            var status = await services.GetRequiredService<IAppDbContext>().RegisterImports.Where(i => i.Id == id).Select(i => (RegisterImportStatus?)i.Status).SingleOrDefaultAsync(cancellationToken);
            if (status != underWay && (await services.GetRequiredService<IMediator>().Send(step, cancellationToken)).Error is { } refused)
            {
                return await FailAsync(arguments, refused);
            }

            return await UntilStoppedAsync(arguments, () => RunAsync(arguments, services, id, "Rows done", cancellationToken));
        });

    private static async Task<int> UntilStoppedAsync(ParseResult arguments, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync("Stopped. What is done is kept; run the command again to go on.");
            return 1;
        }
    }

    private static async Task<int> RunAsync(ParseResult arguments, IServiceProvider services, Guid id, string words, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        var mediator = services.GetRequiredService<IMediator>();
        var progress = new Progress(console.Error, words);
        if ((await mediator.Send(new RunRegisterImportCommand(id, rows => progress.Add(rows - progress.Count)), cancellationToken)).Error is { } error)
        {
            return await FailAsync(arguments, error);
        }

        progress.End();
        var view = await mediator.Send(new GetRegisterImportQuery(id, null, 1), cancellationToken);
        if (view.Error is { } gone)
        {
            return await FailAsync(arguments, gone);
        }

        await console.Output.WriteLineAsync($"{view.Value.Id}: {view.Value.Status}, {view.Value.Rows} rows");
        foreach (var (finding, count) in view.Value.Counts.OrderBy(c => c.Key))
        {
            await console.Output.WriteLineAsync($"{finding}\t{count}");
        }

        if (view.Value.Written + view.Value.Kept > 0)
        {
            await console.Output.WriteLineAsync($"Written\t{view.Value.Written}\nNot taken back\t{view.Value.Kept}");
        }

        return 0;
    }

    private static async Task<int> FailAsync(ParseResult arguments, Error error)
    {
        await arguments.InvocationConfiguration.Error.WriteLineAsync(Product.Words(error));
        return error.Kind == ErrorKind.Invalid ? 2 : 1;
    }
}
