using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Tests.Portfolios;

/// <summary>A store that breaks when a test wants it to, and remembers what was opened.</summary>
internal sealed class TroubledFiles(IFileStore inner) : IFileStore
{
    private int left = int.MaxValue;
    private int open;

    /// <summary>Hashes in the order of opening, those at which it broke included.</summary>
    public List<string> Opened { get; } = [];

    /// <summary>Most files that were open at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Called before each opening.</summary>
    public Action BeforeOpening { get; set; } = () => { };

    public void BreakAfter(int files) => left = files;

    public void Heal() => left = int.MaxValue;

    public Task<Result<StoredFile>> SaveAsync(Stream content, long maxBytes, CancellationToken ct) => inner.SaveAsync(content, maxBytes, ct);

    public async Task<Stream> OpenAsync(string sha256, CancellationToken ct)
    {
        BeforeOpening();
        Opened.Add(sha256);
        if (left-- <= 0)
        {
            throw new IOException("The disk is gone.");
        }

        MostAtOnce = Math.Max(MostAtOnce, ++open);
        return new Watched(await inner.OpenAsync(sha256, ct), () => open--);
    }

    public void DropLeftovers(DateTime before) => inner.DropLeftovers(before);

    private sealed class Watched(Stream inner, Action closed) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                closed();
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
