using System.Buffers;
using System.Data;
using System.IO.Compression;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;
using IndexSegment = TeacherCpd.Domain.Originality.IndexSegment;

namespace TeacherCpd.Infrastructure.Originality;

/// <summary>
/// An index outside the product, in one SQLite file: documents with their names and texts, so that a check needs nothing
/// else. This is how it grows; <see cref="IndexFileReader"/> looks things up. Not for several threads; several may each open
/// the file.
/// </summary>
public sealed class IndexFile : DbContext
{
    // enough for the upper levels of the largest tree, so that finding a block reads one page; the file is not mapped,
    // so that the memory of the program stays the same however large it grows
    internal const string Pragmas = "PRAGMA cache_size=-64000; PRAGMA synchronous=NORMAL;";

    private readonly string path;
    private readonly DatabaseIndexStore store;

    private IndexFile(string path)
    {
        this.path = path;
        store = new DatabaseIndexStore(this, TimeProvider.System);
        Index = new FingerprintIndex(store);
    }

    /// <summary>Its fingerprints.</summary>
    public FingerprintIndex Index { get; }

    private DbSet<IndexedDocument> Documents => Set<IndexedDocument>();

    private DbSet<IndexedText> Texts => Set<IndexedText>();

    /// <summary>Opens an index file to add to it; a file that does not exist, or is empty, is made.</summary>
    /// <param name="path">File.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="IOException">It cannot be opened, or is no index.</exception>
    /// <exception cref="IndexOutdatedException">It was made by another version.</exception>
    public static Task<IndexFile> OpenAsync(string path, CancellationToken cancellationToken) =>
        new IndexFile(path).OpenAsync(cancellationToken);

    /// <summary>The documents that answers may name: name and hash of the file.</summary>
    public async Task<Dictionary<string, string>> NamesAsync(CancellationToken cancellationToken) =>
        await Texts.Where(t => t.Document!.Status == IndexedDocumentStatus.Compared).ToDictionaryAsync(t => t.Name, t => t.Sha256, StringComparer.Ordinal, cancellationToken);

    /// <summary>Adds documents in one step; one of the same name is withdrawn.</summary>
    public async Task AddAsync(IReadOnlyList<PreparedFile> files, CancellationToken cancellationToken)
    {
        // the number is taken and the documents are written in one: two that add at once do it one after the other
        await using var transaction = await Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        ChangeTracker.Clear();
        var names = files.Select(f => f.Name).ToList();
        foreach (var replaced in await Documents.Where(d => d.Status == IndexedDocumentStatus.Compared && Texts.Any(t => t.Number == d.Number && names.Contains(t.Name))).ToListAsync(cancellationToken))
        {
            replaced.Status = IndexedDocumentStatus.Withdrawn;
        }

        var number = await Documents.MaxAsync(d => (int?)d.Number, cancellationToken) ?? 0;
        foreach (var file in files)
        {
            number++;
            var document = new IndexedDocument
            {
                Number = number,
                DocumentId = Guid.CreateVersion7(),
                FormatVersion = PreparedText.FormatVersion,
                Fingerprints = PackedFingerprints.Pack(Fingerprints.OfDocument(file.Text, Fingerprints.WindowFor(number))),
            };
            Texts.Add(new IndexedText { Number = number, Document = document, Name = file.Name, Sha256 = file.Sha256, Content = file.Content });
        }

        await SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        DefaultTimeout = 30,
        Pooling = false,
    }.ToString());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        IndexMapping.Map(modelBuilder.Entity<IndexedDocument>());
        IndexMapping.Map(modelBuilder.Entity<IndexSegment>());
        IndexMapping.Map(modelBuilder.Entity<IndexBlock>());
        modelBuilder.Entity<IndexedText>(text =>
        {
            text.ToTable("Texts");
            text.HasKey(t => t.Number);
            text.Property(t => t.Number).ValueGeneratedNever();
            text.HasIndex(t => t.Name);
            text.HasOne(t => t.Document).WithOne().HasForeignKey<IndexedText>(t => t.Number);
        });
    }

    private async Task<IndexFile> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path) || new FileInfo(path).Length == 0)
            {
                await Database.EnsureCreatedAsync(cancellationToken);

                // one file that can be copied and read anywhere, not three
                await Database.ExecuteSqlRawAsync("PRAGMA journal_mode=DELETE;", cancellationToken);
            }

            await Database.OpenConnectionAsync(cancellationToken);
            await Database.ExecuteSqlRawAsync(Pragmas, cancellationToken);
            await store.ReadStateAsync(cancellationToken);
            return this;
        }
        catch (SqliteException e)
        {
            await DisposeAsync();
            throw NoIndex(path, e);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    internal static IOException NoIndex(string path, SqliteException e) => new($"{Path.GetFileName(path)} is no index: {e.Message}", e);

    private sealed class IndexedText
    {
        public required int Number { get; init; }

        public required string Name { get; init; }

        public required string Sha256 { get; init; }

        public required byte[] Content { get; init; }

        public IndexedDocument? Document { get; init; }
    }
}

/// <summary>A document ready to be added to an <see cref="IndexFile"/>.</summary>
/// <param name="Name">Name.</param>
/// <param name="Sha256">Hash of the file in lower-case hexadecimal.</param>
/// <param name="Text">Its text.</param>
/// <param name="Content">The text as it is kept.</param>
public sealed record PreparedFile(string Name, string Sha256, PreparedText Text, byte[] Content)
{
    /// <summary>Prepares a document.</summary>
    public static PreparedFile From(string name, string sha256, PreparedText text) => new(name, sha256, text, Pack(text));

    // Hidden runs first: how many, then start and length of each; then the text in UTF-8. All of it deflated.
    internal static byte[] Pack(PreparedText text)
    {
        using var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new DeflateStream(packed, CompressionLevel.Fastest), Encoding.UTF8))
        {
            writer.Write7BitEncodedInt(text.Hidden.Count);
            foreach (var run in text.Hidden)
            {
                writer.Write7BitEncodedInt(run.Start);
                writer.Write7BitEncodedInt(run.Length);
            }

            writer.Write(text.Text);
        }

        return packed.ToArray();
    }

    internal static PreparedText Unpack(byte[] content)
    {
        using var reader = new BinaryReader(new DeflateStream(new MemoryStream(content), CompressionMode.Decompress), Encoding.UTF8);
        var hidden = new TextRange[reader.Read7BitEncodedInt()];
        for (var i = 0; i < hidden.Length; i++)
        {
            hidden[i] = new TextRange(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        }

        // as ReadString, which makes a long string of many small pieces
        var length = reader.Read7BitEncodedInt();
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            reader.BaseStream.ReadExactly(bytes, 0, length);
            return PreparedText.From(Encoding.UTF8.GetString(bytes, 0, length), hidden);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
