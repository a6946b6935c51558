namespace TeacherCpd.Application.Portfolios.Exports;

/// <summary>Keeps the archives of exports until their time is over. An archive is there entirely or not at all.</summary>
public interface IExportStore
{
    /// <summary>Writes an archive from its beginning to its end.</summary>
    /// <param name="exportId">Export.</param>
    /// <param name="partId">Part; one of this id that is there is replaced.</param>
    /// <param name="write">Writes it; the stream is seekable and its own.</param>
    /// <param name="ct">Stops the work and leaves nothing behind.</param>
    /// <returns>Hash and size of what lies on the disk.</returns>
    Task<StoredFile> WriteAsync(Guid exportId, Guid partId, Func<Stream, Task> write, CancellationToken ct);

    /// <summary>Opens an archive; seekable.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    Stream Open(Guid exportId, Guid partId);

    /// <summary>What is there of an export, half written included; null when nothing is.</summary>
    WrittenSoFar? SoFar(Guid exportId);

    /// <summary>Throws away what is there of an export except some of its parts.</summary>
    void KeepOnly(Guid exportId, IEnumerable<Guid> partIds);

    /// <summary>The exports of which anything is there.</summary>
    IReadOnlyList<Guid> Kept();

    /// <summary>Throws away all that is there of an export.</summary>
    void Drop(Guid exportId);
}

/// <summary>How far the archives of an export are.</summary>
/// <param name="Bytes">Bytes of all its files.</param>
/// <param name="At">When the newest of them was written to (UTC).</param>
public sealed record WrittenSoFar(long Bytes, DateTime At);
