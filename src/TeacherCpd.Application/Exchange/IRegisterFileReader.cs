using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Exchange;

/// <summary>
/// Reads a file of the national education database row by row: text with separators of any size, or a workbook with as many rows as a list
/// may have.
/// </summary>
public interface IRegisterFileReader
{
    /// <summary>Opens a file.</summary>
    /// <param name="file">Seekable; must stay open until the last row is read.</param>
    /// <param name="fileName">Name the person gave it.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>The rows that are not empty, read as they are asked for; or what is wrong with the file.</returns>
    Result<RegisterFile> Open(Stream file, string fileName, CancellationToken ct);
}

/// <summary>A file that was opened.</summary>
/// <param name="Rows">
/// Rows that are not empty, read as they are asked for; <see cref="InvalidDataException"/> where the file cannot be read further.
/// </param>
/// <param name="DayShift">What has to be added to days that a workbook counts: some count from 1904.</param>
public sealed record RegisterFile(IEnumerable<ListTableRow> Rows, int DayShift);
