using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeacherCpd.Benchmarks.Year;

/// <summary>Writes each query that takes long to standard error, once, to be looked at with EXPLAIN.</summary>
internal sealed class SlowStatements : DbCommandInterceptor
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(30);
    private readonly ConcurrentDictionary<string, bool> seen = [];

    /// <inheritdoc/>
    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Tell(command, eventData.Duration);
        return new(result);
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        // SQLite does its work while it is read
        Tell(command, TimeProvider.System.GetUtcNow() - eventData.StartTime);
        return new(result);
    }

    private void Tell(DbCommand command, TimeSpan took)
    {
        if (took > Long && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && seen.TryAdd(command.CommandText, true))
        {
            Console.Error.WriteLine($"{took.TotalMilliseconds:0} ms: {command.CommandText}");
            foreach (DbParameter parameter in command.Parameters)
            {
                Console.Error.WriteLine($"    {parameter.ParameterName} = {parameter.Value}");
            }
        }
    }
}
