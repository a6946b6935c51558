using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Infrastructure.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;
using Segment = TeacherCpd.Originality.Index.IndexSegment;

namespace TeacherCpd.Benchmarks.Originality;

/// <summary>
/// Fills an index file with documents of which only the fingerprints exist. They are merged as those of real documents
/// are, but made when a merge asks for them: a million need minutes, and no text is written.
/// </summary>
internal sealed class MadeUpIndex(DatabaseIndexStore store, SqliteConnection connection, Func<int, IReadOnlyList<long>> fingerprintsOf, int added) : IIndexStore
{
    private const int DocumentsAtOnce = 8_192;

    /// <summary>Fills it up to a number of documents; broken off, it goes on where it was.</summary>
    /// <returns>The documents that were added.</returns>
    public static async Task<int> FillAsync(IndexFile index, int count, Func<int, IReadOnlyList<long>> fingerprintsOf)
    {
        var connection = (SqliteConnection)index.Database.GetDbConnection();
        var found = await index.Set<IndexedDocument>().CountAsync();
        for (var added = found; added < count;)
        {
            var last = Math.Min(added + DocumentsAtOnce, count);
            await using (var command = connection.CreateCommand())
            {
                command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
                    WITH RECURSIVE n(x) AS (VALUES ({added + 1}) UNION ALL SELECT x + 1 FROM n WHERE x < {last})
                    INSERT INTO IndexedDocuments (Number, DocumentId, FormatVersion, Status, Fingerprints)
                    SELECT x, printf('00000000-0000-0000-0000-%012d', x), {PreparedText.FormatVersion}, {(int)IndexedDocumentStatus.Compared}, x'' FROM n
                    """);
                await command.ExecuteNonQueryAsync();
            }

            added = last;
            await new FingerprintIndex(new MadeUpIndex(new DatabaseIndexStore(index, TimeProvider.System), connection, fingerprintsOf, added)).MergeAsync(1);
            if (added % (DocumentsAtOnce * 8) == 0)
            {
                await Console.Error.WriteLineAsync($"{TimeProvider.System.GetLocalNow():HH:mm:ss} {added} documents");
            }
        }

        // clears away what the last merge replaced
        await index.Index.MergeAsync();
        return count - found;
    }

    public Task<IndexState> ReadStateAsync(CancellationToken cancellationToken) => store.ReadStateAsync(cancellationToken);

    public async IAsyncEnumerable<RecentDocument> RecentAsync(int after, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var numbers = Enumerable.Range(after + 1, Math.Min(most, added - after)).AsParallel().AsOrdered().WithCancellation(cancellationToken);
        foreach (var document in numbers.Select(number => new RecentDocument(number, PackedFingerprints.Pack(fingerprintsOf(number)))))
        {
            yield return document;
        }
    }

    public Task ReadBlocksAsync(Segment segment, IReadOnlyList<int> buckets, Action<PackedBlock> take, CancellationToken cancellationToken) =>
        store.ReadBlocksAsync(segment, buckets, take, cancellationToken);

    public IAsyncEnumerable<PackedBlock> BlocksAsync(Segment segment, CancellationToken cancellationToken) => store.BlocksAsync(segment, cancellationToken);

    public Task<int> BeginSegmentAsync(CancellationToken cancellationToken) => store.BeginSegmentAsync(cancellationToken);

    // one statement for all rows: a thousand million postings are written several times over
    public async Task AddBlocksAsync(int segmentId, IReadOnlyList<PackedBlock> blocks, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var command = new SqliteCommand("INSERT INTO IndexBlocks (Id, Data) VALUES ($id, $data)", connection, (SqliteTransaction)transaction);
        var (id, data) = (command.Parameters.Add("$id", SqliteType.Integer), command.Parameters.Add("$data", SqliteType.Blob));
        foreach (var block in blocks)
        {
            (id.Value, data.Value) = (IndexBlock.IdOf(segmentId, block.Bucket), block.Data);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public Task<bool> PublishAsync(Segment segment, IReadOnlyList<Segment> replaced, int recent, CancellationToken cancellationToken) =>
        store.PublishAsync(segment, replaced, recent, cancellationToken);

    public Task DropLeftoversAsync(CancellationToken cancellationToken) => store.DropLeftoversAsync(cancellationToken);
}
