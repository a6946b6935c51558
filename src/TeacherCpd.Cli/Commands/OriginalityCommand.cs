using System.CommandLine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Cli.Commands;

/// <summary>The commands that compare texts outside the system: 2 and one line for whatever cannot be read or written.</summary>
internal static class OriginalityCommand
{
    private const int Unusable = 2;

    public static Command Create() => new("originality", "Compare texts outside the system.")
    {
        DetectCommand.Create(),
        IndexCommand.Create(),
        CheckCommand.Create(),
    };

    /// <summary>Runs a command.</summary>
    public static async Task<int> RunAsync(ParseResult arguments, Func<InvocationConfiguration, Task<int>> work)
    {
        try
        {
            return await work(arguments.InvocationConfiguration);
        }
        catch (IndexOutdatedException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync("The index was made by another version of the program and must be made anew: delete it and index the documents again.");
            return Unusable;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or SqliteException or DbUpdateException)
        {
            await arguments.InvocationConfiguration.Error.WriteLineAsync((e.InnerException ?? e).Message);
            return Unusable;
        }
    }
}
