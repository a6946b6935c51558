using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherCpd.Domain.Groups.Lists;

/// <summary>Days as lists write them: in figures, the day first, in words of three languages, or as a spreadsheet counts them.</summary>
public static partial class WrittenDate
{
    // what a spreadsheet counts from, with its leap day of 1900 that never was; 1954 to 2119
    private const int FirstSerial = 20_000;
    private const int LastSerial = 80_000;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    // beginnings of the names, since endings change; May is too short for a beginning
    private static readonly string[][] Months =
    [
        ["қаңтар", "январ", "jan"],
        ["ақпан", "феврал", "feb"],
        ["наурыз", "март", "mar"],
        ["сәуір", "апрел", "apr"],
        ["мамыр"],
        ["маусым", "июн", "jun"],
        ["шілде", "июл", "jul"],
        ["тамыз", "август", "aug"],
        ["қыркүйек", "сентябр", "sep"],
        ["қазан", "октябр", "oct"],
        ["қараша", "ноябр", "nov"],
        ["желтоқсан", "декабр", "dec"],
    ];

    private static readonly (string Beginning, int Month)[] Beginnings =
        [.. Months.SelectMany((names, index) => names.Select(name => (ListText.Key(name), index + 1)))];

    private static readonly HashSet<string> May = [.. new[] { "май", "мая", "мае", "may" }.Select(ListText.Key)];

    /// <summary>Reads a day; null where the text is none.</summary>
    public static DateOnly? Parse(string text)
    {
        var clean = ListText.Clean(text);
        return InFigures(clean) ?? Serial(clean) ?? InWords(clean);
    }

    private static DateOnly? InFigures(string text)
    {
        if (DayFirst().Match(text) is { Success: true } day)
        {
            var year = day.Groups["y"].Value;
            return Of(Number(year) + (year.Length == 2 ? 2000 : 0), Number(day.Groups["m"].Value), Number(day.Groups["d"].Value));
        }

        return YearFirst().Match(text) is { Success: true } iso
            ? Of(Number(iso.Groups["y"].Value), Number(iso.Groups["m"].Value), Number(iso.Groups["d"].Value))
            : null;
    }

    private static DateOnly? Serial(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is >= FirstSerial and <= LastSerial
            ? SerialZero.AddDays((int)days)
            : null;

    private static DateOnly? InWords(string text)
    {
        var words = ListText.Words(text);
        var months = words.Select(MonthOf).OfType<int>().Distinct().ToList();
        var days = words.Where(w => w.Length <= 2 && w.All(char.IsAsciiDigit)).ToList();
        var years = words.Where(w => w.Length == 4 && w.All(char.IsAsciiDigit)).ToList();
        return (months, days, years) is ([var month], [var day], [var year]) ? Of(Number(year), month, Number(day)) : null;
    }

    private static int? MonthOf(string word) =>
        May.Contains(word) ? 5 : Beginnings.FirstOrDefault(b => word.StartsWith(b.Beginning, StringComparison.Ordinal)).Month is > 0 and var month ? month : null;

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<d>[0-9]{1,2}) ?[./-] ?(?<m>[0-9]{1,2}) ?[./-] ?(?<y>[0-9]{4}|[0-9]{2})(?: ?(?:ж|г|жыл|год)\.?)?(?:[ T][0-9:.]+)?$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<y>[0-9]{4})[./-](?<m>[0-9]{1,2})[./-](?<d>[0-9]{1,2})(?:[ T][0-9:.]+)?$")]
    private static partial Regex YearFirst();
}
