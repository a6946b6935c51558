using System.Globalization;
using System.Text.RegularExpressions;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Planning;

/// <summary>
/// A deadline taken apart into words of known kinds. Each kind is one letter, so that a phrase as a whole is a short string that a rule of
/// the grammar matches or does not; a word of no kind is <see cref="Unknown"/> and fits nowhere: nothing of a phrase is passed over unseen.
/// </summary>
internal sealed partial class DeadlineWords
{
    public const char Number = 'd';
    public const char NumberFrom = 'z';
    public const char Ordinal = 'o';
    public const char Month = 'm';
    public const char MonthFrom = 'a';
    public const char InFigures = 'f';
    public const char WeekDay = 'w';
    public const char Each = 'e';
    public const char PeriodName = 'p';
    public const char WeekName = 'k';
    public const char DayName = 'j';
    public const char Times = 't';
    public const char Until = 'u';
    public const char From = 's';
    public const char Through = 'h';
    public const char End = 'x';
    public const char Throughout = 'b';
    public const char School = 'g';
    public const char OfMonth = 'n';
    public const char And = ',';
    public const char Dash = '-';
    public const char Unknown = '?';

    private const char Year = 'y';

    // endings that are written to a figure
    private const string Endings =
        "ші|шы|інші|ыншы|нші|ншы|я|ая|яя|й|ый|ий|ой|е|ое|ее|ю|ую|го|ого|его|му|ому|ден|дан|тен|тан|нен|нан|інен|ынан|сінен|сынан"
        + "|і|ы|сі|сы|іне|ына|сіне|сына|не|на|ке|қа|ге|ға|інде|ында|сінде|сында|де|да|те|та";

    private static readonly string[] RomanFigures = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    private static readonly Dictionary<string, (char Kind, int Value)> Words = new (char Kind, int Value, string[] Names)[]
    {
        (Month, 1, ["қаң", "янв"]), (Month, 2, ["ақп", "фев", "февр"]), (Month, 3, ["нау", "мар"]), (Month, 4, ["сәу", "апр"]),
        (Month, 5, ["мам", "май", "мая", "мае", "маю"]), (Month, 6, ["мау"]), (Month, 7, ["шіл"]), (Month, 8, ["там", "авг"]),
        (Month, 9, ["қырк", "қыр", "сен", "сент"]), (Month, 10, ["қаз", "окт"]), (Month, 11, ["қар", "ноя", "нояб"]), (Month, 12, ["жел", "желт", "дек"]),
        (WeekDay, 1, ["дс", "пн"]), (WeekDay, 2, ["сс", "вт"]), (WeekDay, 3, ["ср"]), (WeekDay, 4, ["бс", "чт"]),
        (WeekDay, 5, ["жм", "пт"]), (WeekDay, 6, ["сб"]), (WeekDay, 0, ["жс", "вс"]),
        (Each, 0, ["әр", "әрбір", "сайын", "сайынғы"]),
        (PeriodName, (int)Period.Month, ["ай", "айы", "айдың", "айда", "айына", "айында", "айының"]),
        (PeriodName, (int)Period.Year, ["ж", "жж", "жыл", "жылы", "жылғы", "жылдың", "жылда", "жылына", "жылында", "г", "гг", "год", "года", "году", "годы"]),
        (DayName, 0, ["күн", "күні", "күндері", "день", "дни", "дням"]),
        (Times, 0, ["рет", "раз", "раза"]),
        (Number, 1, ["бір", "один"]), (Number, 2, ["екі", "два", "две"]), (Number, 3, ["үш", "три"]), (Number, 4, ["төрт", "четыре"]),
        (Ordinal, 1, ["бірінші"]), (Ordinal, 2, ["екінші", "второй", "вторая", "вторую", "второе"]), (Ordinal, 3, ["үшінші"]), (Ordinal, 4, ["төртінші"]),
        (Ordinal, 5, ["бесінші", "пятый", "пятая", "пятую", "пятой", "пятое"]), (Ordinal, NthOf.Last, ["соңғы", "ақырғы"]),
        (Until, 0, ["дейін", "шейін", "до", "к", "ко", "позднее"]),
        (From, 0, ["бастап", "с", "со", "от"]),
        (Through, 0, ["по", "бойынша"]),
        (End, 0, ["соңы", "соңына", "аяғы", "аяғына", "конец", "конца", "концу"]),
        (Throughout, 0, ["бойы", "бойына", "бойында", "ішінде", "барысында", "течение", "весь", "постоянно", "тұрақты", "үнемі", "круглогодично"]),
        (School, 0, ["оқу"]),
        (OfMonth, 0, ["число", "числа", "числу"]),
        (And, 0, ["және", "и"]),
    }.SelectMany(w => w.Names.Select(name => (Name: ListText.Key(name), w.Kind, w.Value))).ToDictionary(w => w.Name, w => (w.Kind, w.Value));

    // beginnings of words that change their endings
    private static readonly (string Beginning, char Kind, int Value)[] Beginnings =
    [
        .. new (char Kind, int Value, string[] Names)[]
        {
            (Month, 1, ["қаңтар", "январ"]), (Month, 2, ["ақпан", "феврал"]), (Month, 3, ["наурыз", "март"]), (Month, 4, ["сәуір", "апрел"]),
            (Month, 5, ["мамыр"]), (Month, 6, ["маусым", "июн"]), (Month, 7, ["шілде", "июл"]), (Month, 8, ["тамыз", "август"]),
            (Month, 9, ["қыркүйек", "қыркүйег", "сентябр"]), (Month, 10, ["қазан", "октябр"]), (Month, 11, ["қараша", "ноябр"]), (Month, 12, ["желтоқсан", "декабр"]),
            (WeekDay, 1, ["дүйсенбі", "понедельник"]), (WeekDay, 2, ["сейсенбі", "вторник"]), (WeekDay, 3, ["сәрсенбі", "сред"]), (WeekDay, 4, ["бейсенбі", "четверг"]),
            (WeekDay, 5, ["жұма", "пятниц"]), (WeekDay, 0, ["жексенбі", "воскресен"]), (WeekDay, 6, ["сенбі", "суббот"]),
            (PeriodName, (int)Period.Month, ["месяц"]), (PeriodName, (int)Period.Quarter, ["тоқсан", "квартал"]), (PeriodName, (int)Period.HalfYear, ["жартыжылдық", "жартыжылдығ", "полугод"]),
            (WeekName, 0, ["апта", "недел"]),
            (Each, 0, ["кажд"]),
            (Ordinal, 1, ["перв"]), (Ordinal, 3, ["трет"]), (Ordinal, 4, ["четверт"]), (Ordinal, NthOf.Last, ["последн"]),
            (School, 0, ["учебн"]),
        }.SelectMany(w => w.Names.Select(name => (ListText.Key(name), w.Kind, w.Value))),
    ];

    // one word that says two things
    private static readonly Dictionary<string, (char Kind, int Value)[]> Pairs = new (string Name, (char, int)[] Words)[]
    {
        ("ежедневно", [(Each, 0), (DayName, 0)]), ("еженедельно", [(Each, 0), (WeekName, 0)]), ("ежемесячно", [(Each, 0), (PeriodName, (int)Period.Month)]),
        ("ежеквартально", [(Each, 0), (PeriodName, (int)Period.Quarter)]), ("поквартально", [(Each, 0), (PeriodName, (int)Period.Quarter)]),
        ("ежегодно", [(Each, 0), (PeriodName, (int)Period.Year)]), ("дважды", [(Number, 2), (Times, 0)]), ("трижды", [(Number, 3), (Times, 0)]),
    }.ToDictionary(p => ListText.Key(p.Name), p => p.Words);

    // words beside a day or month that say nothing of their own
    private static readonly HashSet<string> Silent =
        [.. new[] { "в", "во", "на", "не", "срок", "срока", "сроки", "мерзімі", "мерзімде", "мерзім", "период", "аралығы", "аралығында", "ішіндегі", "календарного", "күнтізбелік" }.Select(ListText.Key)];

    private static readonly string[] OrdinalEndings = ["ші", "шы", "інші", "ыншы", "нші", "ншы", "я", "ая", "яя", "й", "ый", "ий", "ой", "е", "ое", "ее", "ю", "ую", "го", "ого", "его", "му", "ому"];
    private static readonly string[] FromEndings = ["ден", "дан", "тен", "тан", "нен", "нан", "інен", "ынан", "сінен", "сынан"];

    private static readonly HashSet<string> NumberEndings =
        ["і", "ы", "сі", "сы", "іне", "ына", "сіне", "сына", "не", "на", "ке", "қа", "ге", "ға", "інде", "ында", "сінде", "сында", "де", "да", "те", "та"];

    private readonly List<Word> words;

    private DeadlineWords(List<Word> words, IReadOnlyList<int> years)
    {
        this.words = words;
        Years = years;
        Kinds = new string([.. words.Select(w => w.Kind)]);
    }

    /// <summary>The kinds of the words, a letter each.</summary>
    public string Kinds { get; }

    /// <summary>Years that the phrase names; they are no words of it.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>What a word means.</summary>
    public int this[int index] => words[index].Value;

    /// <summary>The day and month of a word in figures.</summary>
    public MonthDay PointAt(int index) => words[index].Point!.Value;

    /// <summary>Takes a phrase apart.</summary>
    public static DeadlineWords Of(string text)
    {
        var found = new List<Word>();
        var years = new List<int>();
        foreach (Match match in Token().Matches(ListText.Repair(text).ToLowerInvariant()))
        {
            Add(found, years, match);
        }

        return new DeadlineWords(Tidy(found, years), years);
    }

    /// <summary>Part of the words.</summary>
    public DeadlineWords Part(int from, int length) => new(words.GetRange(from, length), Years);

    private static void Add(List<Word> found, List<int> years, Match match)
    {
        var (text, letters) = (match.Value, match.Groups["letters"].Value);
        if (match.Groups["figures"].Success)
        {
            var parts = text.Split('.', '/', '-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
            var (day, month, year) = parts switch
            {
                [> 31, _, _] => (parts[2], parts[1], parts[0]),
                [_, _, _] => (parts[0], parts[1], parts[2] < 100 ? 2000 + parts[2] : parts[2]),
                _ => (parts[0], parts[1], 0),
            };
            found.Add(month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new Word(InFigures, 0, new MonthDay(month, day)) : new Word(Unknown));
            if (year > 0)
            {
                years.Add(year);
            }
        }
        else if (match.Groups["digits"].Success)
        {
            found.Add(OfNumber(match.Groups["digits"].Value, letters));
        }
        else if (match.Groups["roman"] is { Success: true } roman)
        {
            found.Add(OfRoman(roman.Value));
        }
        else if (letters.Length > 0)
        {
            found.AddRange(OfLetters(letters));
        }
        else
        {
            found.Add(new Word(Sign(text[0])));
        }
    }

    private static char Sign(char sign) => sign switch
    {
        ',' or ';' or ':' or '/' or '+' or '&' => And,
        _ when char.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation || sign is '−' or '~' => Dash,
        _ => Unknown,
    };

    // a number and the ending that is written to it: 2-ші, 25-іне, 3-я
    private static Word OfNumber(string digits, string ending)
    {
        if (digits.Length > 4)
        {
            return new Word(Unknown);
        }

        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        var kind = ending.Length == 0 || NumberEndings.Contains(ending) ? Number
            : OrdinalEndings.Contains(ending) ? Ordinal
            : FromEndings.Contains(ending) ? NumberFrom
            : Unknown;
        return number switch
        {
            >= 1 and <= 31 => new Word(kind, number),
            >= PlanYear.Earliest and <= PlanYear.Latest when kind != Unknown => new Word(Year, number),
            _ => new Word(Unknown),
        };
    }

    // written with letters of either alphabet
    private static Word OfRoman(string letters) =>
        Array.IndexOf(RomanFigures, letters.Replace('і', 'i').Replace('ӏ', 'i').Replace('х', 'x')) is >= 0 and var place ? new Word(Ordinal, place + 1) : new Word(Unknown);

    private static IEnumerable<Word> OfLetters(string letters)
    {
        var key = ListText.Key(letters);
        if (Silent.Contains(key))
        {
            return [];
        }

        if (Pairs.TryGetValue(key, out var pair))
        {
            return pair.Select(p => new Word(p.Kind, p.Value));
        }

        if (Words.TryGetValue(key, out var word))
        {
            return [new Word(word.Kind, word.Value)];
        }

        var (beginning, kind, value) = Beginnings.FirstOrDefault(b => key.StartsWith(b.Beginning, StringComparison.Ordinal));
        return beginning is null ? [new Word(Unknown)]
            : kind == Month && FromEndings.Contains(letters[beginning.Length..]) ? [new Word(MonthFrom, value)]
            : [new Word(kind, value)];
    }

    // years go aside with their word; "of the month" after a month and "day" after a day of the week say nothing
    private static List<Word> Tidy(List<Word> found, List<int> years)
    {
        var tidy = new List<Word>();
        for (var i = 0; i < found.Count; i++)
        {
            var (word, before) = (found[i], tidy.Count > 0 ? tidy[^1].Kind : default);
            if (word.Kind == Year)
            {
                years.Add(word.Value);
                if (i + 2 < found.Count && found[i + 1].Kind == Dash && found[i + 2].Kind == Year)
                {
                    years.Add(found[i + 2].Value);
                    i += 2;
                }

                // its own word goes with it, unless something is said of the year: "throughout the year 2026", "by the end of 2026"
                if (i + 1 < found.Count && found[i + 1] is { Kind: PeriodName, Value: (int)Period.Year } && !SaysOfYear(found, i + 1, tidy))
                {
                    i++;
                }
            }
            else if ((word is { Kind: PeriodName, Value: (int)Period.Month } && before is Month or MonthFrom or InFigures && !IsEach(found, i))
                || (word.Kind == DayName && before == WeekDay)
                || (word.Kind == Dash && before is Number or Ordinal && i + 1 < found.Count && found[i + 1].Kind is not (Number or Ordinal or InFigures)))
            {
                // nothing
            }
            else if (word is { Kind: PeriodName, Value: (int)Period.Year } && before == School)
            {
                // a school year is one word
            }
            else if (word.Kind == And && (before is default(char) or And))
            {
                // a comma after what went aside
            }
            else
            {
                tidy.Add(word);
            }
        }

        while (tidy.Count > 0 && tidy[^1].Kind == And)
        {
            tidy.RemoveAt(tidy.Count - 1);
        }

        return tidy;
    }

    private static bool IsEach(List<Word> found, int at) => at + 1 < found.Count && found[at + 1].Kind == Each;

    private static bool SaysOfYear(List<Word> found, int at, List<Word> before) =>
        (at + 1 < found.Count && found[at + 1].Kind is Throughout or End) || (before.Count > 0 && before[^1].Kind is Throughout or End);

    [GeneratedRegex(
        @"(?<figures>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2}|[0-9]{1,2}\.[0-9]{2})(?![0-9])"
        + @"|(?<digits>[0-9]+)(?:[ ]?[\p{Pd}−]?[ ]?(?<letters>" + Endings + @")(?!\p{L}))?"
        + @"|(?<roman>[iіӏvxх]+)(?:[ ]?[\p{Pd}−][ ]?(?:" + Endings + @"))?(?!\p{L})"
        + @"|(?<letters>\p{L}+)|[^\s.()""«»“”„']")]
    private static partial Regex Token();

    private readonly record struct Word(char Kind, int Value = 0, MonthDay? Point = null);
}
