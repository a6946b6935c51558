using System.IO.Compression;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>The zip file that a docx or odt document is.</summary>
internal static class Archive
{
    /// <summary>Opens the archive and unpacks every entry into nothing, counting, before any parser sees it.</summary>
    public static ZipArchive OpenChecked(Stream file, CancellationToken ct)
    {
        file.Position = 0;
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            Check(zip, file.Length, ct);
            return zip;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    public static bool LooksLikeZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8);

    private static void Check(ZipArchive zip, long packedBytes, CancellationToken ct)
    {
        if (zip.Entries.Count > FileLimits.MaxArchiveEntries)
        {
            throw new RefusedFileException(new ArchiveTooLarge());
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var buffer = new byte[81920];
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted)
            {
                throw new RefusedFileException(new FileEncrypted());
            }

            // two entries of one name let two programs read two different documents
            if (!names.Add(entry.FullName))
            {
                throw new RefusedFileException(new FileDamaged());
            }

            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                ct.ThrowIfCancellationRequested();
                unpacked += read;
                if (IsTooMuch(unpacked, packedBytes))
                {
                    throw new RefusedFileException(new ArchiveTooLarge());
                }
            }
        }
    }

    public static bool IsTooMuch(long unpacked, long packed) =>
        unpacked > FileLimits.MaxUnpackedBytes ||
        (unpacked > FileLimits.RatioFloorBytes && unpacked > packed * FileLimits.MaxUnpackRatio);
}
