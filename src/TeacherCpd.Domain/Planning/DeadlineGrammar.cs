using System.Text.RegularExpressions;

namespace TeacherCpd.Domain.Planning;

/// <summary>The orders of words that mean something, as a table: each row a pattern over the kinds of words, and what it makes of them.</summary>
internal static class DeadlineGrammar
{
    // longer than any deadline; what follows looks at every order of the words
    private const int MostWords = 40;
    private const int FirstMonthOfSchool = 9;
    private const int LastMonthOfSchool = 5;
    private const int HalfYears = 2;
    private const int Quarters = 4;

    // one or several places and days of the week: "1st and 3rd", "Tuesday, Friday"
    private const string Places = "(?<places>[do](?:,[do])*)";
    private const string Days = "(?<days>w(?:,w)*)";
    private const string Aim = "(?<aim>w|k)";

    // with what a rule may be kept to months: "September - May, each month"
    private const string Before = "(?:(?<only>[abdfgmosz].*?),?)??";
    private const string After = "(?:,?(?<only>[abdfgmosz].*))?";

    private static readonly (Regex Pattern, Func<DeadlineWords, Match, PlanYear, DeadlineRule?> Make)[] Table =
    [
        // жыл бойы; в течение года; постоянно; 2026 жыл
        (Of("(?:p?b|bp)?"), (words, match, _) => AllOfYear(words, match)),

        // әр айдың 25-іне дейін; до 25 числа каждого месяца
        (Of("(?:e?p|pe),?(?<d>[do])u"), (words, match, _) => IsMonth(words, match) ? new ByDayOfEachMonth(words[match.Groups["d"].Index]) : null),
        (Of("(?:ep,?)?u(?<d>[do])n?,?(?:e?p)?"), (words, match, _) => IsMonth(words, match) ? new ByDayOfEachMonth(words[match.Groups["d"].Index]) : null),

        // әр айдың 2-ші сейсенбісі; тоқсанның соңғы сәрсенбісі; қыркүйектің 3-ші аптасы
        (Of(Before + "(?:e?p|pe)?,?" + Places + Aim), Nth),

        // каждая вторая среда; последняя среда квартала; 2-я среда каждого месяца; 3-я неделя октября
        (Of("e?" + Places + Aim + "(?:e?p)?" + After), Nth),
        (Of(Before + "e?" + Places + Aim + "(?:e?p)?"), Nth),

        // сәрсенбі сайын; каждую среду; по средам; апта сайын, сейсенбі
        (Of(Before + "(?:e|h|ek,?|ke,?)" + Days), Weekly),
        (Of(Before + Days + "e"), Weekly),
        (Of("(?:e|h|ek,?)" + Days + After), Weekly),

        // ай сайын; ежеквартально; по полугодиям; апта сайын
        (Of(Before + "(?:e(?<p>[pkj])|(?<p>[pkj])e|h(?<p>p)|(?<p>p)h)"), Each),
        (Of("(?:e(?<p>[pkj])|h(?<p>p))" + After), Each),

        // айына 2 рет; 2 раза в год; раз в квартал; жылына екі рет, жартыжылдық бойынша
        (Of(Before + "(?<p>[pk])d?t"), Each),
        (Of(Before + "d?t(?<p>[pk])"), Each),
        (Of("pdt,?(?:(?<p>p)h|h(?<p>p))|dtp,?h(?<p>p)"), Halves),

        // I тоқсан; II-III квартал; бірінші жартыжылдық
        (Of("b?(?<first>[do])(?<to>-[do])?(?:,[do])*(?<p>p)b?"), Numbered),

        // жыл соңына дейін; до конца сентября; 25 қыркүйекке дейін; до 25 сентября
        (Of("ux(?<at>[mp])|(?<at>[mp])xu"), ByTheEnd),
        (Of("u(?<at>[do]m|m[do]|f)|(?<at>[do]m|m[do]|f)u"), (words, match, _) => new ByDay(Point(words, match.Groups["at"])!.Value)),
    ];

    private static readonly Regex OneSpan = Of(
        "s?(?<day>[do])[-h](?<to>[do]m|f)"
        + "|z(?<to>[do]m)u"
        + "|s?(?<from>[do]m|m[do]|[mf])[-hu](?<to>[do]m|m[do]|[mf])"
        + "|(?<from>[doz]?a)(?<to>[do]m|m)u?"
        + "|s(?<on>[do]m|m|f)|(?<on>[do]?a)s?|(?<on>[do]m|f)s"
        + "|b?(?<only>m)b?|(?<only>[do]m|m[do]|f)|(?<day>[do])|gb?|bg");

    /// <summary>What the words mean; null where no row fits them.</summary>
    public static DeadlineRule? Read(DeadlineWords words, PlanYear year)
    {
        if (words.Kinds.Length > MostWords)
        {
            return null;
        }

        foreach (var (pattern, make) in Table)
        {
            if (pattern.Match(words.Kinds) is { Success: true } match && make(words, match, year) is { } rule)
            {
                return rule;
            }
        }

        return ReadSpans(words, year);
    }

    private static Regex Of(string pattern) => new($"^(?:{pattern})$", RegexOptions.CultureInvariant);

    private static AllYear? AllOfYear(DeadlineWords words, Match match) =>
        match.Value.IndexOf(DeadlineWords.PeriodName, StringComparison.Ordinal) is var at && (at < 0 || words[at] == (int)Period.Year) ? new AllYear() : null;

    private static bool IsMonth(DeadlineWords words, Match match) =>
        match.Value.IndexOf(DeadlineWords.PeriodName, StringComparison.Ordinal) is >= 0 and var at && words[at] == (int)Period.Month;

    private static NthOf? Nth(DeadlineWords words, Match match, PlanYear year)
    {
        if (!Only(words, match, year, out var only))
        {
            return null;
        }

        var aim = match.Groups["aim"];
        var period = match.Value.IndexOf(DeadlineWords.PeriodName, StringComparison.Ordinal) is >= 0 and var at ? (Period)words[at] : Period.Month;
        var day = aim.Value[0] == DeadlineWords.WeekDay ? (DayOfWeek)words[aim.Index] : (DayOfWeek?)null;
        return new NthOf(Values(words, match.Groups["places"].Index, match.Groups["places"].Index + match.Groups["places"].Length), day, period, only);
    }

    private static EachWeek? Weekly(DeadlineWords words, Match match, PlanYear year) =>
        Only(words, match, year, out var only) ? new EachWeek([.. Values(words, match.Groups["days"].Index, match.Groups["days"].Index + match.Groups["days"].Length).Select(d => (DayOfWeek)d)], only) : null;

    private static EachPeriod? Each(DeadlineWords words, Match match, PlanYear year)
    {
        if (!Only(words, match, year, out var only))
        {
            return null;
        }

        var group = match.Groups["p"];
        var period = match.Value[group.Index] switch
        {
            DeadlineWords.WeekName => Period.Week,
            DeadlineWords.DayName => Period.Day,
            _ => (Period)words[group.Index],
        };
        var times = match.Value.IndexOf(DeadlineWords.Times, StringComparison.Ordinal);
        return new EachPeriod(period, times > 0 && match.Value[times - 1] == DeadlineWords.Number ? words[times - 1] : 1, only);
    }

    // "twice a year, by half-years" is once in each half
    private static EachPeriod? Halves(DeadlineWords words, Match match, PlanYear year)
    {
        var whole = (Period)words[match.Value.IndexOf(DeadlineWords.PeriodName, StringComparison.Ordinal)];
        var times = words[match.Value.IndexOf(DeadlineWords.Number, StringComparison.Ordinal)];
        return (whole, (Period)words[match.Groups["p"].Index], times) switch
        {
            (Period.Year, Period.HalfYear, HalfYears) => new EachPeriod(Period.HalfYear),
            (Period.Year, Period.Quarter, Quarters) => new EachPeriod(Period.Quarter),
            _ => null,
        };
    }

    private static DeadlineRule? Numbered(DeadlineWords words, Match match, PlanYear year)
    {
        var period = (Period)words[match.Groups["p"].Index];
        var most = period switch { Period.Quarter => Quarters, Period.HalfYear => HalfYears, _ => 0 };
        var first = match.Groups["first"].Index;
        var numbers = match.Groups["to"] is { Success: true } to
            ? [.. Enumerable.Range(words[first], Math.Max(0, words[to.Index + 1] - words[first] + 1))]
            : Values(words, first, match.Groups["p"].Index);
        if (numbers.Count == 0 || numbers.Any(n => n < 1 || n > most))
        {
            return null;
        }

        // the quarters of a school year are its terms, whose days are not known here, whatever their numbers
        return year.Kind == PlanYearKind.School && period == Period.Quarter
            ? new EachPeriod(Period.Quarter)
            : new OnSpans([.. numbers.Select(n => Periods.Of(period, year).ElementAt(n - 1)).Select(p => new Span(new MonthDay(p.From.Month), new MonthDay(p.To.Month)))]);
    }

    // the end of the year is not the end of a school year: in a plan of one nobody can tell which is meant
    private static ByDay? ByTheEnd(DeadlineWords words, Match match, PlanYear year)
    {
        var at = match.Groups["at"];
        return at.Value[0] == DeadlineWords.Month ? new ByDay(new MonthDay(words[at.Index]))
            : (Period)words[at.Index] == Period.Year && year.Kind == PlanYearKind.Calendar ? new ByDay(new MonthDay(year.Last.Month)) : null;
    }

    private static bool Only(DeadlineWords words, Match match, PlanYear year, out OnSpans? only)
    {
        var group = match.Groups["only"];
        only = group.Success && group.Length > 0 ? ReadSpans(words.Part(group.Index, group.Length), year) : null;
        return !group.Success || group.Length == 0 || only is not null;
    }

    private static OnSpans? ReadSpans(DeadlineWords words, PlanYear year)
    {
        var spans = new List<Span>();
        var from = 0;
        var kinds = words.Kinds;
        while (from <= kinds.Length)
        {
            var to = kinds.IndexOf(DeadlineWords.And, from) is >= 0 and var comma ? comma : kinds.Length;
            if (to == from || ReadSpan(words, from, to - from, year) is not { } span)
            {
                return null;
            }

            spans.Add(span);
            from = to + 1;
        }

        return spans.Count > 0 ? new OnSpans(spans) : null;
    }

    private static Span? ReadSpan(DeadlineWords all, int from, int length, PlanYear year)
    {
        var words = all.Part(from, length);
        if (OneSpan.Match(words.Kinds) is not { Success: true } match)
        {
            return null;
        }

        if (Point(words, match.Groups["to"]) is { } to)
        {
            var begin = Point(words, match.Groups["from"])
                ?? new MonthDay(to.Month, match.Groups["day"] is { Success: true } day ? words[day.Index] : words[0]);

            // "from the 1st to the 10th" names the month once
            return begin.Month == to.Month && begin.Day > to.Day ? null : new Span(begin, to);
        }

        if (Point(words, match.Groups["only"]) is { } only)
        {
            return new Span(only);
        }

        if (Point(words, match.Groups["on"]) is { } on)
        {
            return new Span(on, new MonthDay(year.Last.Month));
        }

        // a day of the month that stands with a later day: "5, 12, 19 October"
        return match.Groups["day"].Success ? MonthAfter(all, from + length) is { } month ? new Span(new MonthDay(month, words[0])) : null
            : new Span(new MonthDay(FirstMonthOfSchool), new MonthDay(LastMonthOfSchool));
    }

    private static int? MonthAfter(DeadlineWords words, int from)
    {
        var rest = words.Kinds[from..];
        return Regex.Match(rest, "^(?:,[do])*,[do](?<m>m)") is { Success: true } match ? words[from + match.Groups["m"].Index] : null;
    }

    private static List<int> Values(DeadlineWords words, int from, int to) =>
        [.. Enumerable.Range(from, to - from).Where(i => words.Kinds[i] != DeadlineWords.And).Select(i => words[i])];

    private static MonthDay? Point(DeadlineWords words, Group group)
    {
        if (!group.Success)
        {
            return null;
        }

        var at = group.Index;
        return group.Value switch
        {
            [DeadlineWords.InFigures] => words.PointAt(at),
            [DeadlineWords.Month or DeadlineWords.MonthFrom] => new MonthDay(words[at]),
            [DeadlineWords.Month, _] => new MonthDay(words[at], words[at + 1]),
            [_, _] => new MonthDay(words[at + 1], words[at]),
            _ => null,
        };
    }
}
