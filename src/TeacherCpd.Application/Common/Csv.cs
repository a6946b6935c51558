using System.Text;

namespace TeacherCpd.Application.Common;

/// <summary>
/// Tables for spreadsheets: UTF-8 with its mark, semicolons as programs set to Kazakh and Russian expect them. What
/// would be read as a formula is written so that it stays a text.
/// </summary>
public static class Csv
{
    private const string Formula = "=+-@\t\r";

    /// <summary>The file of some rows.</summary>
    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(string value)
    {
        var safe = value.Length > 0 && Formula.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
