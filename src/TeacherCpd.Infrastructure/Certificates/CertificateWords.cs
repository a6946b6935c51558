using System.Globalization;

namespace TeacherCpd.Infrastructure.Certificates;

/// <summary>Dates and numbers as a certificate writes them, in Kazakh and Russian.</summary>
/// <remarks>Own month names: what the runtime gives depends on the language data of the machine.</remarks>
internal static class CertificateWords
{
    private static readonly string[] MonthsKk =
        ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];

    private static readonly string[] MonthsRu =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    public static string DateKk(DateOnly day) => Invariant($"{day.Year} жылғы {DayKk(day)}");

    public static string DateRu(DateOnly day) => Invariant($"{DayRu(day)} {day.Year} года");

    public static string PeriodKk(DateOnly from, DateOnly to) =>
        from == to ? DateKk(from)
        : from.Year != to.Year ? $"{DateKk(from)} – {DateKk(to)}"
        : from.Month != to.Month ? $"{DateKk(from)} – {DayKk(to)}"
        : Invariant($"{from.Year} жылғы {from.Day}–{DayKk(to)}");

    public static string PeriodRu(DateOnly from, DateOnly to) =>
        from == to ? DateRu(from)
        : from.Year != to.Year ? $"{DateRu(from)} – {DateRu(to)}"
        : from.Month != to.Month ? $"{DayRu(from)} – {DateRu(to)}"
        : Invariant($"{from.Day}–{DateRu(to)}");

    public static string HoursKk(int hours) => Invariant($"{hours} академиялық сағат");

    public static string HoursRu(int hours) => Invariant($"{hours} {(hours % 100, hours % 10) switch
    {
        ( >= 11 and <= 14, _) => "академических часов",
        (_, 1) => "академический час",
        (_, >= 2 and <= 4) => "академических часа",
        _ => "академических часов",
    }}");

    private static string DayKk(DateOnly day) => Invariant($"{day.Day} {MonthsKk[day.Month - 1]}");

    private static string DayRu(DateOnly day) => Invariant($"{day.Day} {MonthsRu[day.Month - 1]}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
