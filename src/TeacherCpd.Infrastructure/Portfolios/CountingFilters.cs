using System.Buffers;
using System.IO.Compression;
using TeacherCpd.Application.Portfolios;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// The usual stream filters of PDF, each counted: a stream that unpacks to far more than the file holds is refused
/// before the library makes an array of it.
/// </summary>
internal sealed class CountingFilters(long packedBytes, CancellationToken ct) : IFilterProvider
{
    /// <summary>Longest LZW stream, in bytes: it may unpack to over a thousand times as much, and today's programs write none.</summary>
    private const int MaxLzwBytes = 256 * 1024;

    private long unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Counted(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Counted(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Counted(DefaultFilterProvider.Instance.GetAllFilters());

    private Counting[] Counted(IReadOnlyList<IFilter> filters) => [.. filters.Select(f => new Counting(f, this))];

    private void Count(long bytes)
    {
        ct.ThrowIfCancellationRequested();
        unpacked += bytes;
        if (Archive.IsTooMuch(unpacked, packedBytes))
        {
            throw new RefusedFileException(new ArchiveTooLarge());
        }
    }

    private void CountDeflated(ReadOnlyMemory<byte> input)
    {
        if (input.Length <= 2)
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            // the two bytes of the header are passed over, as the filter itself does
            using var inflated = new DeflateStream(new MemoryStream(input[2..].ToArray()), CompressionMode.Decompress);
            for (int read; (read = inflated.Read(buffer)) > 0;)
            {
                Count(read);
            }
        }
        catch (InvalidDataException)
        {
            // a damaged stream gives what it gives; the filter decides what to do with it
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private sealed class Counting(IFilter filter, CountingFilters all) : IFilter
    {
        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (filter is LzwFilter && input.Length > MaxLzwBytes)
            {
                throw new RefusedFileException(new ArchiveTooLarge());
            }

            if (filter is FlateFilter)
            {
                all.CountDeflated(input);
            }

            var output = filter.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (filter is not FlateFilter)
            {
                all.Count(output.Length);
            }

            return output;
        }
    }
}
