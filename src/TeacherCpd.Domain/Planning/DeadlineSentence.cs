using System.Globalization;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Planning;

/// <summary>A rule in words of the three languages. The Kazakh and the Russian ones read back give the same rule.</summary>
public static class DeadlineSentence
{
    private static readonly string[] KazakhMonths = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];
    private static readonly string[] KazakhOf = ["қаңтардың", "ақпанның", "наурыздың", "сәуірдің", "мамырдың", "маусымның", "шілденің", "тамыздың", "қыркүйектің", "қазанның", "қарашаның", "желтоқсанның"];
    private static readonly string[] KazakhTo = ["қаңтарға", "ақпанға", "наурызға", "сәуірге", "мамырға", "маусымға", "шілдеге", "тамызға", "қыркүйекке", "қазанға", "қарашаға", "желтоқсанға"];
    private static readonly string[] RussianMonths = ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];
    private static readonly string[] RussianOf = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    // from Sunday, as the days of the week are numbered
    private static readonly string[] KazakhDays = ["жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі"];
    private static readonly string[] KazakhDaysOf = ["жексенбісі", "дүйсенбісі", "сейсенбісі", "сәрсенбісі", "бейсенбісі", "жұмасы", "сенбісі"];
    private static readonly string[] RussianDays = ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"];

    /// <summary>What a deadline says.</summary>
    /// <param name="rule">Its days; null for none.</param>
    /// <param name="cause">Who or what sets the day.</param>
    public static LocalizedText Of(DeadlineRule? rule, UndatedCause? cause)
    {
        var (days, why) = (rule is null ? null : Of(rule), cause is { } known ? Of(known) : null);
        return days is null ? why! : why is null ? days
            : new LocalizedText($"{days.Kk} ({why.Kk})", $"{days.Ru} ({why.Ru})", $"{days.En} ({why.En})");
    }

    private static LocalizedText Of(DeadlineRule rule) => rule switch
    {
        OnSpans spans => Of(spans),
        ByDay { Day: { Day: { } day, Month: var month } } => new(
            $"{day} {KazakhTo[month - 1]} дейін", $"до {day} {RussianOf[month - 1]}", $"by {day} {English(month)}"),
        ByDay { Day.Month: var month } => new(
            $"{KazakhOf[month - 1]} соңына дейін", $"до конца {RussianOf[month - 1]}", $"by the end of {English(month)}"),
        ByDayOfEachMonth { Day: var day } => new(
            $"әр айдың {day}-{KazakhToEnding(day)} дейін", $"до {day} числа каждого месяца", $"by day {day} of each month"),
        EachPeriod each => Kept(Each(each.Period, each.Times), each.Only),
        EachWeek week => Kept(
            new(
                $"апта сайын, {Join(week.Days, d => KazakhDays[(int)d])}",
                $"еженедельно, {Join(week.Days, d => RussianDays[(int)d])}",
                $"each week on {Join(week.Days, d => d.ToString())}"),
            week.Only),
        NthOf nth => Nth(nth),
        AllYear => new("жыл бойы", "в течение года", "all the year"),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static LocalizedText Of(UndatedCause cause) => cause switch
    {
        UndatedCause.OwnPlan => new("жеке жоспар бойынша", "по отдельному плану", "by a plan of its own"),
        UndatedCause.Schedule => new("кесте бойынша", "по графику", "by a schedule"),
        UndatedCause.Ministry => new("министрлік белгілеген мерзімде", "в установленный министерством срок", "on the days that the ministry sets"),
        UndatedCause.Event => new("оқиғаға байланысты", "в связи с событием", "with an event"),
        UndatedCause.Need => new("қажеттілігіне қарай", "по мере необходимости", "as needed"),
        UndatedCause.SchoolTerm => new("оқу тоқсандары бойынша", "по учебным четвертям", "by the terms of the school year"),
    };

    private static LocalizedText Of(OnSpans spans) => new(
        Join(spans.Spans, s => Span(s, p => p.Day is { } day ? $"{day} {KazakhMonths[p.Month - 1]}" : KazakhMonths[p.Month - 1])),
        Join(spans.Spans, s => Span(s, p => p.Day is { } day ? $"{day} {RussianOf[p.Month - 1]}" : RussianMonths[p.Month - 1])),
        Join(spans.Spans, s => Span(s, p => p.Day is { } day ? $"{day} {English(p.Month)}" : English(p.Month))));

    private static string Span(Span span, Func<MonthDay, string> words) => span.From == span.To ? words(span.From) : $"{words(span.From)} – {words(span.To)}";

    private static LocalizedText Each(Period period, int times)
    {
        var (kk, kkIn, ru, ruIn, en) = period switch
        {
            Period.Day => ("күн сайын", "күніне", "ежедневно", "день", "day"),
            Period.Week => ("апта сайын", "аптасына", "еженедельно", "неделю", "week"),
            Period.Month => ("ай сайын", "айына", "ежемесячно", "месяц", "month"),
            Period.Quarter => ("тоқсан сайын", "тоқсанына", "ежеквартально", "квартал", "quarter"),
            Period.HalfYear => ("жартыжылдық сайын", "жартыжылдығына", "каждое полугодие", "полугодие", "half-year"),
            Period.Year => ("жыл сайын", "жылына", "ежегодно", "год", "year"),
        };
        return times == 1 ? new(kk, ru, $"each {en}")
            : new($"{kkIn} {times} рет", $"{times} {(times is >= 2 and <= 4 ? "раза" : "раз")} в {ruIn}", $"{times} times a {en}");
    }

    private static LocalizedText Nth(NthOf nth)
    {
        var (kkDay, ruDay, enDay) = nth.Day is { } day ? (KazakhDaysOf[(int)day], RussianDays[(int)day], day.ToString()) : ("аптасы", "неделя", "week");
        var (kkOf, ruOf, enOf) = nth.Period switch
        {
            Period.Month => ("әр айдың", "каждого месяца", "each month"),
            Period.Quarter => ("әр тоқсанның", "каждого квартала", "each quarter"),
            Period.HalfYear => ("әр жартыжылдықтың", "каждого полугодия", "each half-year"),
            _ => ("жылдың", "года", "the year"),
        };
        return Kept(
            new(
                $"{kkOf} {Join(nth.Places, p => p == NthOf.Last ? "соңғы" : $"{p}-{KazakhEnding(p)}")} {kkDay}",
                $"{Join(nth.Places, p => RussianPlace(p, ruDay))} {ruDay} {ruOf}",
                $"{Join(nth.Places, p => p == NthOf.Last ? "last" : EnglishPlace(p))} {enDay} of {enOf}"),
            nth.Only);
    }

    private static LocalizedText Kept(LocalizedText sentence, OnSpans? only)
    {
        if (only is null)
        {
            return sentence;
        }

        var months = Of(only);
        return new LocalizedText($"{months.Kk}, {sentence.Kk}", $"{months.Ru}, {sentence.Ru}", $"{months.En}, {sentence.En}");
    }

    private static string RussianPlace(int place, string noun) => (place == NthOf.Last, noun[^1]) switch
    {
        (true, 'а' or 'я') => "последняя",
        (true, 'е') => "последнее",
        (true, _) => "последний",
        (false, 'а' or 'я') => $"{place}-я",
        (false, 'е') => $"{place}-е",
        (false, _) => $"{place}-й",
    };

    private static string EnglishPlace(int place) => place switch
    {
        1 or 21 or 31 => $"{place}st",
        2 or 22 => $"{place}nd",
        3 or 23 => $"{place}rd",
        _ => $"{place}th",
    };

    // endings follow the vowels of the word for the last figure
    private static string KazakhEnding(int number) => (number % 10, number) switch
    {
        (6 or 9, _) or (_, 10 or 20 or 30) => "шы",
        _ => "ші",
    };

    private static string KazakhToEnding(int number) => (number % 10, number) switch
    {
        (6, _) or (_, 20) => "сына",
        (9, _) or (_, 10 or 30) => "ына",
        (2 or 7, _) => "сіне",
        _ => "іне",
    };

    private static string English(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);

    private static string Join<T>(IEnumerable<T> parts, Func<T, string> words) => string.Join(", ", parts.Select(words));
}
