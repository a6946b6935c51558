namespace TeacherCpd.Domain.Planning;

/// <summary>Which year a plan is for.</summary>
public enum PlanYearKind
{
    /// <summary>1 January to 31 December.</summary>
    Calendar,

    /// <summary>1 September to 31 August.</summary>
    School,
}

/// <summary>Days of a plan in which something takes place, both ends included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; not before the first.</param>
public readonly record struct Window(DateOnly From, DateOnly To)
{
    /// <summary>Whether it is one day.</summary>
    public bool IsOneDay => From == To;

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>What two windows have in common; null for nothing.</summary>
    public Window? And(Window other)
    {
        var (from, to) = (From > other.From ? From : other.From, To < other.To ? To : other.To);
        return from <= to ? new Window(from, to) : null;
    }
}

/// <summary>The year of a plan.</summary>
/// <param name="Kind">Calendar or school year.</param>
/// <param name="Start">Year in which it begins.</param>
public readonly record struct PlanYear(PlanYearKind Kind, int Start)
{
    /// <summary>The earliest year that a plan may begin in.</summary>
    public const int Earliest = 2000;

    /// <summary>The latest year that a plan may begin in.</summary>
    public const int Latest = 2100;

    private const int SchoolMonth = 9;

    /// <summary>First day.</summary>
    public DateOnly First => new(Start, Kind == PlanYearKind.School ? SchoolMonth : 1, 1);

    /// <summary>Last day.</summary>
    public DateOnly Last => First.AddYears(1).AddDays(-1);

    /// <summary>All its days.</summary>
    public Window Whole => new(First, Last);

    /// <summary>The calendar year in which a month of the plan lies.</summary>
    public int YearOf(int month) => Kind == PlanYearKind.School && month < SchoolMonth ? Start + 1 : Start;

    /// <summary>The days of a month.</summary>
    public Window Month(int month) => new(new DateOnly(YearOf(month), month, 1), new DateOnly(YearOf(month), month, DaysIn(month)));

    /// <summary>How many days a month has.</summary>
    public int DaysIn(int month) => DateTime.DaysInMonth(YearOf(month), month);

    /// <summary>The months in their order, as numbers of the calendar.</summary>
    public IEnumerable<int> Months
    {
        get
        {
            var first = First.Month;
            return Enumerable.Range(0, 12).Select(i => ((first - 1 + i) % 12) + 1);
        }
    }

    /// <summary>The year of a kind in which a day lies.</summary>
    public static PlanYear Of(PlanYearKind kind, DateOnly day) =>
        new(kind, kind == PlanYearKind.School && day.Month < SchoolMonth ? day.Year - 1 : day.Year);

    /// <summary>"2026", or "2026/27" for a school year.</summary>
    public override string ToString() =>
        Kind == PlanYearKind.School ? FormattableString.Invariant($"{Start}/{(Start + 1) % 100:00}") : FormattableString.Invariant($"{Start}");
}
