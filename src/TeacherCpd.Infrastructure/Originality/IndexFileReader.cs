using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;
using Segment = TeacherCpd.Originality.Index.IndexSegment;

namespace TeacherCpd.Infrastructure.Originality;

/// <summary>
/// Looks things up in an <see cref="IndexFile"/> and writes nothing to it. Its few questions are asked in SQL: a command is
/// over in less time than a model of the tables takes to build. Not for several threads; several may each open the file.
/// </summary>
public sealed class IndexFileReader : IIndexReader, IAsyncDisposable
{
    /// <summary>Connections for one look-up at a time: more than cores, since most of them wait for the disk.</summary>
    public const int Connections = 4;

    private const int FewestBlocksOfAConnection = 500;

    private readonly SqliteConnection[] connections;

    private IndexFileReader(string path, int connections)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 30, Pooling = false }.ToString();
        this.connections = [.. Enumerable.Range(0, connections).Select(_ => new SqliteConnection(settings))];
        Index = new FingerprintLookup(this);
    }

    /// <summary>Its fingerprints.</summary>
    public FingerprintLookup Index { get; }

    /// <summary>Opens an index file.</summary>
    /// <param name="path">File.</param>
    /// <param name="connections">Connections that share the reading of one look-up, from 1.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="IOException">It cannot be opened, or is no index.</exception>
    /// <exception cref="IndexOutdatedException">It was made by another version.</exception>
    public static async Task<IndexFileReader> OpenAsync(string path, int connections, CancellationToken cancellationToken)
    {
        var reader = new IndexFileReader(path, connections);
        try
        {
            foreach (var connection in reader.connections)
            {
                await connection.OpenAsync(cancellationToken);
                await using var pragmas = new SqliteCommand(IndexFile.Pragmas, connection);
                await pragmas.ExecuteNonQueryAsync(cancellationToken);
            }

            await reader.ReadStateAsync(cancellationToken);
            return reader;
        }
        catch (SqliteException e)
        {
            await reader.DisposeAsync();
            throw IndexFile.NoIndex(path, e);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    /// <summary>The named texts of documents, to compare with, by number ascending; <see cref="Source.Id"/> is made of the number.</summary>
    public async Task<IReadOnlyList<(Source Source, string Name)>> SourcesAsync(IEnumerable<Candidate> candidates, CancellationToken cancellationToken)
    {
        var texts = await ListAsync(
            "SELECT Number, Name, Content FROM Texts WHERE Number IN (SELECT value FROM json_each($numbers)) ORDER BY Number",
            row => (Number: row.GetInt32(0), Name: row.GetString(1), Content: row.GetFieldValue<byte[]>(2)),
            cancellationToken,
            ("$numbers", Json(candidates.Select(c => (long)c.Number))));
        return [.. texts.AsParallel().AsOrdered().Select(t => (new Source(IdOf(t.Number), PreparedFile.Unpack(t.Content)), t.Name))];
    }

    /// <summary>The names of documents, by number ascending.</summary>
    public Task<List<string>> NamesOfAsync(IEnumerable<Candidate> candidates, CancellationToken cancellationToken) =>
        ListAsync(
            "SELECT Name FROM Texts WHERE Number IN (SELECT value FROM json_each($numbers)) ORDER BY Number",
            row => row.GetString(0),
            cancellationToken,
            ("$numbers", Json(candidates.Select(c => (long)c.Number))));

    /// <inheritdoc/>
    public async Task<IndexState> ReadStateAsync(CancellationToken cancellationToken)
    {
        // in two parts, since no index answers "other than"
        var outdated = await ListAsync(
            "SELECT EXISTS (SELECT 1 FROM IndexedDocuments WHERE FormatVersion < $format) OR EXISTS (SELECT 1 FROM IndexedDocuments WHERE FormatVersion > $format)",
            row => row.GetBoolean(0),
            cancellationToken,
            ("$format", PreparedText.FormatVersion));
        if (outdated[0])
        {
            throw new IndexOutdatedException();
        }

        var segments = await ListAsync(
            "SELECT Id, FirstNumber, LastNumber, BucketBits, Postings FROM IndexSegments WHERE Status = $published ORDER BY FirstNumber",
            row => new Segment(row.GetInt32(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt64(4)),
            cancellationToken,
            ("$published", (int)IndexSegmentStatus.Published));
        var withdrawn = await ListAsync(
            "SELECT Number FROM IndexedDocuments WHERE Status = $withdrawn",
            row => row.GetInt32(0),
            cancellationToken,
            ("$withdrawn", (int)IndexedDocumentStatus.Withdrawn));
        return new IndexState(segments, withdrawn.ToHashSet());
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecentDocument> RecentAsync(int after, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = new SqliteCommand("SELECT Number, Fingerprints FROM IndexedDocuments WHERE Number > $after AND Fingerprints IS NOT NULL ORDER BY Number LIMIT $most", connections[0]);
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$most", most);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            yield return new RecentDocument(rows.GetInt32(0), rows.GetFieldValue<byte[]>(1));
        }
    }

    /// <inheritdoc/>
    public Task ReadBlocksAsync(Segment segment, IReadOnlyList<int> buckets, Action<PackedBlock> take, CancellationToken cancellationToken)
    {
        // one after the other on the disk, and side by side on the cores
        var share = Math.Max(FewestBlocksOfAConnection, (buckets.Count / connections.Length) + 1);
        return Task.WhenAll(buckets.Select(bucket => IndexBlock.IdOf(segment.Id, bucket)).Chunk(share).Zip(connections, (ids, connection) => Task.Run(() => Read(connection, ids, take, cancellationToken), cancellationToken)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }

    // one parameter with all of them: a parameter for each takes five times as long
    private static void Read(SqliteConnection connection, long[] ids, Action<PackedBlock> take, CancellationToken cancellationToken)
    {
        using var command = new SqliteCommand("SELECT Id, Data FROM IndexBlocks WHERE Id IN (SELECT value FROM json_each($ids))", connection);
        command.Parameters.AddWithValue("$ids", Json(ids));
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            take(new PackedBlock(IndexBlock.BucketOf(rows.GetInt64(0)), rows.GetFieldValue<byte[]>(1)));
        }
    }

    private static string Json(IEnumerable<long> numbers) => $"[{string.Join(',', numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]";

    private static Guid IdOf(int number) => new(number, 0, 0, new byte[8]);

    private async Task<List<T>> ListAsync<T>(string sql, Func<SqliteDataReader, T> map, CancellationToken cancellationToken, params (string Name, object Value)[] parameters)
    {
        await using var command = new SqliteCommand(sql, connections[0]);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        List<T> list = [];
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            list.Add(map(rows));
        }

        return list;
    }
}
