using System.Globalization;

namespace TeacherCpd.Domain.Reports;

/// <summary>What a cell of somebody's table says.</summary>
public enum WrittenKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>Nothing, or a dash: no data, which is not zero.</summary>
    NoData,

    /// <summary>Words.</summary>
    Words,
}

/// <summary>
/// A number as people write it in tables: decimal comma, spaces of all kinds between thousands, a percent sign, a plus, a minus of any length, a
/// comma after which nothing comes (Turkistan programme, list of dirty data, D9 and D10). What could be read in two ways is not read as a number.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The number; 0 where there is none.</param>
/// <param name="IsPercent">Whether it has a percent sign.</param>
public readonly record struct WrittenNumber(WrittenKind Kind, decimal Value, bool IsPercent)
{
    private const int Thousands = 3;
    private const int MostDigits = 18;

    private static readonly string[] NoData = ["", "-", "–", "—", "−", "...", "…", "н/д", "нет данных", "дерек жоқ", "n/a"];

    /// <summary>Reads a cell.</summary>
    public static WrittenNumber Read(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var text = cell.Trim().Trim('\uFEFF');
        if (NoData.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return new WrittenNumber(WrittenKind.NoData, 0, false);
        }

        var isPercent = text.EndsWith('%');
        var body = (isPercent ? text[..^1] : text).Trim();
        var isNegative = body.StartsWith('-') || body.StartsWith('−') || body.StartsWith('–');
        if (isNegative || body.StartsWith('+'))
        {
            body = body[1..].TrimStart();
        }

        return Digits(body) is { } digits && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new WrittenNumber(WrittenKind.Number, isNegative ? -value : value, isPercent)
            : new WrittenNumber(WrittenKind.Words, 0, false);
    }

    // digits with a point; null where it is none, or groups between spaces are not thousands
    private static string? Digits(string body)
    {
        var comma = body.IndexOfAny([',', '.']);
        var (whole, part) = comma < 0 ? (body, "") : (body[..comma], body[(comma + 1)..]);
        var groups = whole.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        if (groups.Length == 0 || groups.Sum(g => g.Length) + part.Length > MostDigits || !part.All(char.IsAsciiDigit)
            || groups.Any(g => !g.All(char.IsAsciiDigit)) || groups.Skip(1).Any(g => g.Length != Thousands) || (groups.Length > 1 && groups[0].Length > Thousands))
        {
            return null;
        }

        return part.Length == 0 ? string.Concat(groups) : $"{string.Concat(groups)}.{part}";
    }
}
