using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Infrastructure.Portfolios;

namespace TeacherCpd.Infrastructure.Groups;

/// <summary>Collects rows and refuses more of them, and of letters, than a list may have: while reading, whatever the file declares.</summary>
internal sealed class TableBuilder
{
    private readonly List<ListTableRow> rows = [];
    private long letters;

    public IReadOnlyList<ListTableRow> Rows => rows;

    /// <summary>Adds a row unless all its cells are empty.</summary>
    public void Add(int number, IReadOnlyList<string> cells)
    {
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        letters += cells.Sum(c => (long)c.Length);
        if (rows.Count == ListFileReader.MostRows)
        {
            throw new RefusedFileException(new ListTooLong());
        }

        if (letters > ListFileReader.MostLetters)
        {
            throw new RefusedFileException(new ListFileSwells());
        }

        rows.Add(new ListTableRow(number, cells));
    }
}
