using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace TeacherCpd.Infrastructure.Persistence;

/// <summary>
/// Writes records past the change tracker and the audit, as the mapping says which column each value goes to: by COPY to
/// PostgreSQL, by one statement prepared once to the others. For made-up data in a database of their own: what people do goes through commands.
/// </summary>
public sealed class BulkWriter(AppDbContext db)
{
    private readonly DbConnection connection = db.Database.GetDbConnection();
    private DbTransaction? portion;

    /// <summary>Opens the connection; SQLite does without safety and checks as long as it is open.</summary>
    public async Task OpenAsync()
    {
        await db.Database.OpenConnectionAsync();
        if (connection is SqliteConnection)
        {
            await RunAsync("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-800000;");
        }
    }

    /// <summary>Gathers what the database knows of its tables, as a server does by itself in the course of a year.</summary>
    public async Task FinishAsync()
    {
        if (connection is SqliteConnection sqlite)
        {
            await RunAsync("PRAGMA wal_checkpoint(TRUNCATE);");
            await db.Database.CloseConnectionAsync();
            SqliteConnection.ClearPool(sqlite);
        }
        else if (connection is NpgsqlConnection)
        {
            await RunAsync("VACUUM ANALYZE");
        }
    }

    /// <summary>Writes several kinds of records as one portion: all of them, or none.</summary>
    /// <param name="write">Writes them.</param>
    public async Task WritePortionAsync(Func<Task> write)
    {
        await using (portion = await connection.BeginTransactionAsync())
        {
            await write();
            await portion.CommitAsync();
        }

        portion = null;
    }

    /// <summary>Writes records in one transaction: that of the portion, or one of their own.</summary>
    public async Task WriteAsync<T>(IEnumerable<T> records)
        where T : class
    {
        var type = db.Model.FindEntityType(typeof(T))!;
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        var columns = type.GetFlattenedProperties().Select(p => new Column(p, p.GetColumnName(table)!)).ToList();
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        if (connection is NpgsqlConnection server)
        {
            await CopyAsync(server, $"COPY \"{table.Name}\" ({names}) FROM STDIN (FORMAT BINARY)", columns, records);
        }
        else
        {
            await InsertAsync($"INSERT INTO \"{table.Name}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})", columns, records);
        }
    }

    private static async Task CopyAsync<T>(NpgsqlConnection server, string statement, List<Column> columns, IEnumerable<T> records)
        where T : class
    {
        await using var import = await server.BeginBinaryImportAsync(statement);
        foreach (var record in records)
        {
            await import.StartRowAsync();
            foreach (var column in columns)
            {
                if (column.Of(record) is { } value)
                {
                    await import.WriteAsync(value);
                }
                else
                {
                    await import.WriteNullAsync();
                }
            }
        }

        await import.CompleteAsync();
    }

    private async Task InsertAsync<T>(string statement, List<Column> columns, IEnumerable<T> records)
        where T : class
    {
        var own = portion is null ? await connection.BeginTransactionAsync() : null;
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of the mapping
        command.CommandText = statement;
#pragma warning restore CA2100
        command.Transaction = portion ?? own;
        for (var i = 0; i < columns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            command.Parameters.Add(parameter);
        }

        foreach (var record in records)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                command.Parameters[i].Value = columns[i].Of(record) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync();
        }

        if (own is not null)
        {
            await own.CommitAsync();
            await own.DisposeAsync();
        }
    }

    private async Task RunAsync(string statement)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // written above
        command.CommandText = statement;
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A column and the value that the mapping keeps in it.</summary>
    private sealed class Column(IProperty property, string name)
    {
        private readonly IClrPropertyGetter getter = property.GetGetter();
        private readonly Func<object?, object?>? convert = property.GetRelationalTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = name;

        public object? Of(object record)
        {
            var value = getter.GetClrValueUsingContainingEntity(record);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
