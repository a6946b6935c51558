using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Imports;

/// <summary>Takes the rows out of a file with a plan: the tables and lines of a docx, a workbook, or text with separators.</summary>
public interface IPlanFileReader
{
    /// <summary>Reads the rows that are not empty; a file that is no such file, or has more than any plan needs, is refused.</summary>
    /// <param name="file">Seekable; left open, position undefined afterwards.</param>
    /// <param name="fileName">Name the person gave it.</param>
    /// <param name="ct">Stops the work; the caller sets the longest time a file may take.</param>
    Result<IReadOnlyList<PlanSheetRow>> Read(Stream file, string fileName, CancellationToken ct);
}
