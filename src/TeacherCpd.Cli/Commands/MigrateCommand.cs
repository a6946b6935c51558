using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherCpd.Infrastructure.Persistence;

namespace TeacherCpd.Cli.Commands;

/// <summary><c>migrate</c>: brings the database to the shape of this version.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database to the shape of this version. Run again, it changes nothing.");
        command.SetAction((arguments, cancellationToken) => Product.RunAsync(arguments, async services =>
        {
            var database = services.GetRequiredService<AppDbContext>().Database;
            var pending = (await database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            await database.MigrateAsync(cancellationToken);
            var output = arguments.InvocationConfiguration.Output;
            foreach (var migration in pending)
            {
                await output.WriteLineAsync($"Applied {migration}.");
            }

            await output.WriteLineAsync("The database is up to date.");
            return 0;
        }));
        return command;
    }
}
