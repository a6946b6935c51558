using System.Text.RegularExpressions;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Planning;

/// <summary>What a deadline became.</summary>
public enum DeadlineKind
{
    /// <summary>Days or months.</summary>
    Days,

    /// <summary>By a day.</summary>
    ByDay,

    /// <summary>Again in each period.</summary>
    Repeated,

    /// <summary>All the year.</summary>
    AllYear,

    /// <summary>The day is set elsewhere: it stays visible, and nothing reminds of it before days are written.</summary>
    Undated,

    /// <summary>Not understood; the words are kept.</summary>
    Unread,
}

/// <summary>Who or what sets the day of an undated deadline.</summary>
public enum UndatedCause
{
    /// <summary>A plan of its own.</summary>
    OwnPlan,

    /// <summary>A schedule.</summary>
    Schedule,

    /// <summary>The ministry.</summary>
    Ministry,

    /// <summary>An event before or after which it is.</summary>
    Event,

    /// <summary>Need or demand.</summary>
    Need,

    /// <summary>A term of the school year: its days are set anew each year.</summary>
    SchoolTerm,
}

/// <summary>Why a deadline was not understood.</summary>
public enum UnreadReason
{
    /// <summary>It holds words, or an order of words, that no rule knows.</summary>
    Words,

    /// <summary>It names a day that the month has not in that year.</summary>
    NoSuchDay,

    /// <summary>It names a year that is not the year of the plan.</summary>
    OtherYear,

    /// <summary>There is nothing.</summary>
    Empty,
}

/// <summary>
/// A deadline as people write it, in Kazakh or Russian, and what it means in the year of a plan. Whatever is not understood as a whole says so and keeps
/// its words: a date that is guessed would be believed.
/// </summary>
public sealed partial class DeadlinePhrase
{
    /// <summary>Longest phrase, in characters.</summary>
    public const int MaxLength = 300;

    /// <summary>Days of more occurrences than this are shown but not reminded of: nobody wants a mail each day or week.</summary>
    public const int MostReminded = 24;

    // beginnings of the words by which it is known who sets the day, whole words with =; the first that fits
    private static readonly (UndatedCause Cause, string[][] Words)[] Causes =
    [
        (UndatedCause.Ministry, Keys("ОАМ=|мерзім", "БҒМ=|мерзім", "министрлік", "министрліг", "министерств", "МОН=", "МП= РК=", "уәкілетті орган")),
        (UndatedCause.SchoolTerm, Keys("оқу тоқсан", "учебн|четверт")),
        (UndatedCause.OwnPlan, Keys("жеке жоспар", "жеке кесте", "отдельн|план", "отдельн|график", "индивидуальн|план", "индивидуальн|график", "жоспарға сәйкес", "жоспар бойынша", "по= плану", "согласно плану")),
        (UndatedCause.Schedule, Keys("кесте бойынша", "кестеге сәйкес", "график")),
        (UndatedCause.Need, Keys("қажеттіл", "қажет болған", "по= мере", "при необходимости", "по= необходимости", "сұраныс", "по= запрос", "по= заявк", "өтінім бойынша", "түсуіне қарай")),
        (UndatedCause.Event, Keys("кейін=", "после=", "алдында", "перед=", "қарсаңында", "накануне", "байланысты", "событи", "по= итогам", "қорытындысы бойынша")),
    ];

    private DeadlinePhrase(string text, PlanYear year, DeadlineRule? rule, UndatedCause? cause, UnreadReason? reason)
    {
        (Text, Year, Rule, Cause, Reason) = (text, year, rule, cause, reason);
        Windows = rule?.In(year) ?? [];
    }

    /// <summary>The words as they were written.</summary>
    public string Text { get; }

    /// <summary>Year of the plan.</summary>
    public PlanYear Year { get; }

    /// <summary>The rule; null where it names no days.</summary>
    public DeadlineRule? Rule { get; }

    /// <summary>Who or what sets the day; null where the words do. Beside days it says within which of them.</summary>
    public UndatedCause? Cause { get; }

    /// <summary>Why it was not understood; null where it was.</summary>
    public UnreadReason? Reason { get; }

    /// <summary>The days, in their order; empty where it names none. All lie in the year of the plan.</summary>
    public IReadOnlyList<Window> Windows { get; }

    /// <summary>Kind.</summary>
    public DeadlineKind Kind => (Reason, Rule) switch
    {
        (not null, _) => DeadlineKind.Unread,
        (_, null) => DeadlineKind.Undated,
        (_, OnSpans) => DeadlineKind.Days,
        (_, ByDay) => DeadlineKind.ByDay,
        (_, AllYear) => DeadlineKind.AllYear,
        _ => DeadlineKind.Repeated,
    };

    /// <summary>Whether a range goes over the turn of the year, so that both its ends lie in the plan and its middle does not.</summary>
    public bool Turns => Rule is OnSpans spans && spans.TurnsIn(Year);

    /// <summary>Whether mails remind of it.</summary>
    public bool IsReminded => Windows.Count is > 0 and <= MostReminded;

    /// <summary>What it became, in words that would be read as the same; null where it was not understood.</summary>
    public LocalizedText? Sentence => Reason is null ? DeadlineSentence.Of(Rule, Cause) : null;

    /// <summary>Reads a deadline.</summary>
    /// <param name="text">As it is written.</param>
    /// <param name="year">Year of the plan.</param>
    public static DeadlinePhrase Read(string text, PlanYear year)
    {
        var clean = ListText.Clean(text);
        if (clean.Length == 0)
        {
            return Unread(UnreadReason.Empty);
        }

        var causes = new List<UndatedCause>();
        var dated = new List<string>();
        foreach (var part in Parts().Split(clean).Where(p => p.Trim().Length > 0))
        {
            if (CauseOf(part) is { } cause)
            {
                // "after 25 September" says more than that the day is open, and no rule knows it
                var kinds = DeadlineWords.Of(part).Kinds;
                if (kinds.Contains(DeadlineWords.Number) || kinds.Contains(DeadlineWords.InFigures) || (cause != UndatedCause.Event && kinds.Contains(DeadlineWords.Month)))
                {
                    return Unread(UnreadReason.Words);
                }

                causes.Add(cause);
            }
            else
            {
                dated.Add(part);
            }
        }

        var words = DeadlineWords.Of(string.Join(", ", dated));
        var one = causes.Count > 0 ? causes[0] : (UndatedCause?)null;
        if (words.Kinds.Length == 0 && words.Years.Count == 0)
        {
            return one is null ? Unread(UnreadReason.Words) : new DeadlinePhrase(clean, year, null, one, null);
        }

        if (words.Years.Any(y => y != year.First.Year && y != year.Last.Year))
        {
            return Unread(UnreadReason.OtherYear);
        }

        if (DeadlineGrammar.Read(words, year) is not { } rule)
        {
            return Unread(UnreadReason.Words);
        }

        if (year.Kind == PlanYearKind.School && (rule is EachPeriod { Period: Period.Quarter } or NthOf { Period: Period.Quarter }))
        {
            return new DeadlinePhrase(clean, year, null, UndatedCause.SchoolTerm, null);
        }

        if (!rule.IsIn(year))
        {
            return Unread(UnreadReason.NoSuchDay);
        }

        var read = new DeadlinePhrase(clean, year, rule, one, null);
        return read.Windows.Count == 0 ? Unread(UnreadReason.NoSuchDay)
            : words.Years.All(y => read.Windows.Any(w => w.From.Year == y || w.To.Year == y)) ? read
            : Unread(UnreadReason.OtherYear);

        DeadlinePhrase Unread(UnreadReason reason) => new(clean, year, null, null, reason);
    }

    private static UndatedCause? CauseOf(string part)
    {
        var words = ListText.Key(part).Split(' ');
        foreach (var (cause, all) in Causes)
        {
            if (all.Any(wanted => Array.TrueForAll(wanted, w => Array.Exists(words, word => w[^1] == '=' ? word == w[..^1] : word.StartsWith(w, StringComparison.Ordinal)))))
            {
                return cause;
            }
        }

        return null;
    }

    private static string[][] Keys(params string[] phrases) => [.. phrases.Select(p => p.Split('|', ' ').Select(w => w[^1] == '=' ? $"{ListText.Key(w)}=" : ListText.Key(w)).ToArray())];

    [GeneratedRegex("[();,]")]
    private static partial Regex Parts();
}
