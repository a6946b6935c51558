using System.Security.Cryptography;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Infrastructure.Portfolios;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>What every store does alike.</summary>
public abstract class FileStoreTests : IDisposable
{
    private const long NoLimit = long.MaxValue;
    private const long Megabyte = 1024 * 1024;

    private readonly TemporaryFolder folder = new();

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected FileStoreOptions Options => new() { Root = Path.Combine(folder.Path, "files") };

    protected abstract IFileStore Store { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Files on this machine, below the folder.</summary>
    protected IReadOnlyList<string> LocalFiles => folder.Files;

    /// <summary>Names of all that is stored, and of all that was left lying about.</summary>
    protected abstract Task<IReadOnlyList<string>> StoredAsync();

    /// <summary>Puts something else in the place of a stored file.</summary>
    protected abstract Task ReplaceAsync(string sha256, byte[] content);

    [Fact]
    public async Task Save_KeepsTheContentUnderItsHash()
    {
        var content = Content(300_000);

        var stored = (await Store.SaveAsync(new MemoryStream(content), NoLimit, Ct)).Value;

        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        Assert.Equal(new StoredFile(hash, 300_000), stored);
        Assert.EndsWith($"{hash[..2]}/{hash[2..4]}/{hash}", Assert.Single(await StoredAsync()), StringComparison.Ordinal);
        Assert.Equal(content, await ReadAsync(hash));
    }

    [Fact]
    public async Task Save_OfTheSameContentKeepsOneFile()
    {
        var first = await Store.SaveAsync(new MemoryStream(Content(1000)), NoLimit, Ct);
        var second = await Store.SaveAsync(new MemoryStream(Content(1000)), NoLimit, Ct);

        Assert.Equal(first.Value, second.Value);
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Save_OfTheSameContentByManyAtOnceKeepsOneWholeFile()
    {
        var content = Content(500_000);

        var stored = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() => Store.SaveAsync(new MemoryStream(content), NoLimit, Ct), Ct)));

        Assert.Single(stored.Select(s => s.Value).Distinct());
        Assert.Single(await StoredAsync());
        Assert.Equal(content, await ReadAsync(stored[0].Value.Sha256));
    }

    [Fact]
    public async Task Save_ReplacesAFileThatWasCutShort()
    {
        var content = Content(1000);
        var stored = (await Store.SaveAsync(new MemoryStream(content), NoLimit, Ct)).Value;
        await ReplaceAsync(stored.Sha256, content[..10]);

        await Store.SaveAsync(new MemoryStream(content), NoLimit, Ct);

        Assert.Equal(content, await ReadAsync(stored.Sha256));
    }

    [Fact]
    public async Task Save_TakesExactlyTheLimitAndRefusesOneByteMore()
    {
        var exact = await Store.SaveAsync(new MemoryStream(Content(Megabyte)), Megabyte, Ct);
        var over = await Store.SaveAsync(new MemoryStream(Content(Megabyte + 1)), Megabyte, Ct);

        Assert.True(exact.IsOk);
        Assert.Equal(new FileTooLarge(1), over.Error);
        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task Save_StopsReadingAtTheLimit()
    {
        using var endless = new EndlessStream();

        var result = await Store.SaveAsync(endless, 5 * Megabyte, Ct);

        Assert.Equal(new FileTooLarge(5), result.Error);
        Assert.InRange(endless.Given, 5 * Megabyte, 6 * Megabyte);
        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Save_ThatBreaksOffLeavesNothing()
    {
        using var broken = new EndlessStream { BreaksAt = 3 * Megabyte };

        await Assert.ThrowsAsync<IOException>(() => Store.SaveAsync(broken, NoLimit, Ct));

        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task Save_ThatIsCancelledLeavesNothing()
    {
        using var source = new CancellationTokenSource();
        using var endless = new EndlessStream { CancelsAt = (3 * Megabyte, source) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.SaveAsync(endless, NoLimit, source.Token));

        Assert.Empty(await StoredAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    [InlineData("../cdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789")]
    [InlineData("abcdef0123456789abcdef0123456789abcdef0123456789abcdef01234567890")]
    public async Task Open_TakesNothingButAHash(string hash)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(hash, Ct));
    }

    [Fact]
    public async Task Open_OfAnUnknownHashSaysSo()
    {
        var stored = (await Store.SaveAsync(new MemoryStream(Content(10)), NoLimit, Ct)).Value;
        var inTheSameFolder = stored.Sha256[..63] + (stored.Sha256.EndsWith('0') ? '1' : '0');

        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(inTheSameFolder, Ct));
        await Assert.ThrowsAsync<FileNotFoundException>(() => Store.OpenAsync(new string('0', 64), Ct));
    }

    private static byte[] Content(long length)
    {
        var bytes = new byte[length];
        new Random(42).NextBytes(bytes);
        return bytes;
    }

    private async Task<byte[]> ReadAsync(string hash)
    {
        await using var file = await Store.OpenAsync(hash, Ct);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, Ct);
        return copy.ToArray();
    }

    /// <summary>An upload that never ends, unless it breaks off or is cancelled.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public long Given { get; private set; }

        public long BreaksAt { get; init; } = long.MaxValue;

        public (long Bytes, CancellationTokenSource Source)? CancelsAt { get; init; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Given >= BreaksAt)
            {
                throw new IOException("The connection is gone.");
            }

            if (CancelsAt is { } at && Given >= at.Bytes)
            {
                await at.Source.CancelAsync();
            }

            cancellationToken.ThrowIfCancellationRequested();
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
