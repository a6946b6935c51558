using TeacherCpd.Application.Exchange;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Groups;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Infrastructure.Exchange;

/// <summary>Reads text with separators as it is asked for, however long; a workbook as a list is read, with its limits.</summary>
internal sealed class RegisterFileReader(IListFileReader lists, TimeProvider time) : IRegisterFileReader
{
    private const int HeadBytes = 1024;

    private static readonly string[] TextExtensions = [".csv", ".txt", ".tsv"];

    public Result<RegisterFile> Open(Stream file, string fileName, CancellationToken ct)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        file.Position = 0;
        head = head[..file.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false)];
        if (head.IsEmpty)
        {
            return new ListEmpty();
        }

        if (!TextExtensions.Contains(Path.GetExtension(fileName).ToLowerInvariant()) || PlainText.IsBinary(head) || Archive.LooksLikeZip(head) || OleContainer.Matches(head))
        {
            var table = lists.ReadInTime(file, fileName, time, ct);
            return table.Error is { } refused ? refused : new RegisterFile(table.Value.Rows, table.Value.DayShift);
        }

        var letters = PlainText.LettersOf(file);
        return new RegisterFile(Guarded(CsvList.Stream(FromStart, ct)), 0);

        TextReader FromStart()
        {
            file.Position = 0;
            return new StreamReader(file, letters, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        }
    }

    // a file made by anyone can make a parser throw anything
    private static IEnumerable<ListTableRow> Guarded(IEnumerable<ListTableRow> rows)
    {
        using var row = rows.GetEnumerator();
        while (Next(row))
        {
            yield return row.Current;
        }
    }

    private static bool Next(IEnumerator<ListTableRow> row)
    {
        try
        {
            return row.MoveNext();
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or OutOfMemoryException))
        {
            throw new InvalidDataException("The file cannot be read further.", failure);
        }
    }
}
