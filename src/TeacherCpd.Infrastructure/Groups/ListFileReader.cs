using Microsoft.Extensions.Logging;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Infrastructure.Groups;

/// <summary>Tells by the content what a file is, lets the reader of its format read it, and turns every failure into its error.</summary>
public sealed class ListFileReader(ILogger<ListFileReader> logger) : IListFileReader
{
    /// <summary>Most rows that are read: the titles, the headings and the people.</summary>
    internal const int MostRows = EnrolmentList.MostRows + IListFileReader.MostTitleRows;

    /// <summary>Columns further to the right are not looked at.</summary>
    internal const int MostColumns = 60;

    /// <summary>Most letters of all cells together: a thousand a row, ten times what the fullest list has.</summary>
    internal const int MostLetters = EnrolmentList.MostRows * 1_000;

    private const long MostBytes = IListFileReader.MostMegabytes * 1024L * 1024;
    private const int HeadBytes = 1024;

    private static readonly string[] TextExtensions = [".csv", ".txt", ".tsv"];

    /// <inheritdoc/>
    public Result<ListTable> Read(Stream file, string fileName, CancellationToken ct)
    {
        try
        {
            return Choose(file, Path.GetExtension(fileName).ToLowerInvariant(), ct);
        }
        catch (RefusedFileException refused)
        {
            return InWordsOfLists(refused.Error);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException) && !ct.IsCancellationRequested)
        {
            // a file made by anyone can make a parser throw anything; the log tells damage from a fault of ours
            if (failure.InnerException is RefusedFileException inner)
            {
                return InWordsOfLists(inner.Error);
            }

            logger.LogWarning(failure, "A list could not be read and is called damaged.");
            return new ListFileDamaged();
        }
    }

    private static Result<ListTable> Choose(Stream file, string extension, CancellationToken ct)
    {
        if (file.Length == 0)
        {
            return new ListEmpty();
        }

        if (file.Length > MostBytes)
        {
            return new ListFileTooLarge();
        }

        Span<byte> head = stackalloc byte[HeadBytes];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        if (OleContainer.Matches(head))
        {
            return OleContainer.HoldsEncryptedPackage(file, ct) ? new FileEncrypted() : new WorkbookOld();
        }

        if (Archive.LooksLikeZip(head))
        {
            return XlsxList.Read(file, ct);
        }

        return TextExtensions.Contains(extension) && !PlainText.IsBinary(head) ? CsvList.Read(file, ct) : new ListFileNotTaken();
    }

    // the words for reports speak of reports
    private static Error InWordsOfLists(Error error) => error switch
    {
        FileDamaged => new ListFileDamaged(),
        ArchiveTooLarge => new ListFileSwells(),
        _ => error,
    };
}
