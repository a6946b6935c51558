using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>Takes the rows out of a file with a list, whatever format it has: a workbook, or text with separators.</summary>
public interface IListFileReader
{
    /// <summary>Largest file, in megabytes.</summary>
    const int MostMegabytes = 10;

    /// <summary>Rows above the headings that are looked through: titles and stamps of letters.</summary>
    const int MostTitleRows = 20;

    /// <summary>Reads the rows that are not empty; a file with more than any list may have is refused.</summary>
    /// <param name="file">Seekable; left open, position undefined afterwards.</param>
    /// <param name="fileName">Name the person gave it.</param>
    /// <param name="ct">Stops the work; the caller sets the longest time a file may take.</param>
    Result<ListTable> Read(Stream file, string fileName, CancellationToken ct);
}

/// <summary>The cells of a file.</summary>
/// <param name="Rows">Rows that are not empty, in their order.</param>
/// <param name="DayShift">What has to be added to days that a workbook counts: some count from 1904.</param>
public sealed record ListTable(IReadOnlyList<ListTableRow> Rows, int DayShift);

/// <summary>A row of a file.</summary>
/// <param name="Number">Number of the row in the file, from 1.</param>
/// <param name="Cells">Cells from the left.</param>
public sealed record ListTableRow(int Number, IReadOnlyList<string> Cells);

/// <summary>The file has no rows.</summary>
public sealed record ListEmpty() : Error("list_empty", ErrorKind.Invalid);

/// <summary>The file is larger than a list may be.</summary>
public sealed record ListFileTooLarge() : Error("list_file_too_large", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [IListFileReader.MostMegabytes];
}

/// <summary>The list has more rows than are taken at once.</summary>
public sealed record ListTooLong() : Error("list_too_long", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [EnrolmentList.MostRows];
}

/// <summary>No row says in which column the national numbers stand.</summary>
public sealed record ListWithoutIinColumn() : Error("list_without_iin_column", ErrorKind.Invalid);

/// <summary>The file is neither a workbook nor text with separators.</summary>
public sealed record ListFileNotTaken() : Error("list_file_not_taken", ErrorKind.Invalid);

/// <summary>The file is a workbook of the old binary format.</summary>
public sealed record WorkbookOld() : Error("workbook_old", ErrorKind.Invalid);

/// <summary>The workbook holds a program.</summary>
public sealed record WorkbookWithMacros() : Error("workbook_with_macros", ErrorKind.Invalid);

/// <summary>The workbook holds other files.</summary>
public sealed record WorkbookHoldsFiles() : Error("workbook_holds_files", ErrorKind.Invalid);

/// <summary>The file is of the right kind but cannot be read.</summary>
public sealed record ListFileDamaged() : Error("list_file_damaged", ErrorKind.Invalid);

/// <summary>The file unpacks to far more than a list needs.</summary>
public sealed record ListFileSwells() : Error("list_file_swells", ErrorKind.Invalid);
