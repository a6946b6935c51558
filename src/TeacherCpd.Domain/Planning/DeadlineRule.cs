namespace TeacherCpd.Domain.Planning;

/// <summary>Parts of a year by which things are repeated.</summary>
public enum Period
{
    /// <summary>Day.</summary>
    Day,

    /// <summary>Week, Monday to Sunday.</summary>
    Week,

    /// <summary>Month.</summary>
    Month,

    /// <summary>Quarter of the calendar. A school year has terms instead, whose days the ministry sets each year.</summary>
    Quarter,

    /// <summary>Half of the year; of a school year September to December, and January to May.</summary>
    HalfYear,

    /// <summary>The year.</summary>
    Year,
}

/// <summary>A day of a month, or the whole month.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; null: the whole month.</param>
public readonly record struct MonthDay(int Month, int? Day = null);

/// <summary>From a day or month to another; both included. One that ends before it begins goes over the turn of the year.</summary>
/// <param name="From">Beginning.</param>
/// <param name="To">End.</param>
public readonly record struct Span(MonthDay From, MonthDay To)
{
    /// <summary>A day or a month.</summary>
    public Span(MonthDay only)
        : this(only, only)
    {
    }

    /// <summary>The days within a year: two windows where it goes over the turn of it.</summary>
    public IEnumerable<Window> In(PlanYear year)
    {
        var (from, to) = (Of(year, From, 1), Of(year, To, year.DaysIn(To.Month)));
        return from <= to ? [new Window(from, to)] : [new Window(year.First, to), new Window(from, year.Last)];
    }

    /// <summary>Whether both its days are there in a year.</summary>
    public bool IsIn(PlanYear year) => IsThere(year, From) && IsThere(year, To);

    private static bool IsThere(PlanYear year, MonthDay point) => point.Day is null || (point.Day >= 1 && point.Day <= year.DaysIn(point.Month));

    private static DateOnly Of(PlanYear year, MonthDay point, int whole) => new(year.YearOf(point.Month), point.Month, point.Day ?? whole);
}

/// <summary>When something takes place, as a rule over the year of a plan: a closed set of kinds.</summary>
public abstract record DeadlineRule
{
    private protected DeadlineRule()
    {
    }

    /// <summary>The days within a year, in their order.</summary>
    public abstract IReadOnlyList<Window> In(PlanYear year);

    /// <summary>Whether every day that it names is there in a year: no year without a leap day has 29 February.</summary>
    public virtual bool IsIn(PlanYear year) => true;
}

/// <summary>Days, months, or ranges of them; one or several.</summary>
/// <param name="Spans">At least one.</param>
public sealed record OnSpans(IReadOnlyList<Span> Spans) : DeadlineRule
{
    /// <summary>Whether a range goes over the turn of a year.</summary>
    public bool TurnsIn(PlanYear year) => Spans.Any(s => s.In(year).Count() > 1);

    /// <inheritdoc/>
    public override IReadOnlyList<Window> In(PlanYear year) => [.. Spans.SelectMany(s => s.In(year)).Distinct().OrderBy(w => w.From).ThenBy(w => w.To)];

    /// <inheritdoc/>
    public override bool IsIn(PlanYear year) => Spans.All(s => s.IsIn(year));

    /// <inheritdoc/>
    public bool Equals(OnSpans? other) => other is not null && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc/>
    public override int GetHashCode() => Spans.Count;
}

/// <summary>By a day: any day of the year up to it.</summary>
/// <param name="Day">The last day; where it names a month, its last day.</param>
public sealed record ByDay(MonthDay Day) : DeadlineRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<Window> In(PlanYear year) => [new Window(year.First, new Span(Day).In(year).Last().To)];

    /// <inheritdoc/>
    public override bool IsIn(PlanYear year) => new Span(Day).IsIn(year);
}

/// <summary>By a day of each month; in a shorter month by its last day.</summary>
/// <param name="Day">1 to 31.</param>
public sealed record ByDayOfEachMonth(int Day) : DeadlineRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<Window> In(PlanYear year)
    {
        var day = Day;
        return [.. year.Months.Select(year.Month).Select(m => m with { To = m.From.AddDays(Math.Min(day, m.To.Day) - 1) })];
    }
}

/// <summary>In each of the periods of a year, perhaps only in some months.</summary>
/// <param name="Period">Period.</param>
/// <param name="Times">How often in each.</param>
/// <param name="Only">The months to which it is kept; null: all.</param>
public sealed record EachPeriod(Period Period, int Times = 1, OnSpans? Only = null) : DeadlineRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<Window> In(PlanYear year) => [.. Periods.Of(Period, year).Select(p => p.And(year.Whole)).OfType<Window>().SelectMany(p => Periods.Within(p, Only, year))];
}

/// <summary>Days of the week, each week.</summary>
/// <param name="Days">At least one.</param>
/// <param name="Only">The months to which it is kept; null: all.</param>
public sealed record EachWeek(IReadOnlyList<DayOfWeek> Days, OnSpans? Only = null) : DeadlineRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<Window> In(PlanYear year) =>
        [.. Periods.Of(Period.Day, year).Where(d => Days.Contains(d.From.DayOfWeek)).SelectMany(d => Periods.Within(d, Only, year))];

    /// <inheritdoc/>
    public bool Equals(EachWeek? other) => other is not null && Days.SequenceEqual(other.Days) && Equals(Only, other.Only);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Days.Count, Only);
}

/// <summary>The second Tuesday of each month, the last Wednesday of the quarter, the third week of October.</summary>
/// <param name="Places">Which ones, from 1; <see cref="Last"/> for the last. A fifth that is not there is left out.</param>
/// <param name="Day">Day of the week; null: the week itself. A week belongs to the month that has its Thursday, as in ISO 8601.</param>
/// <param name="Period">Of which period: month, quarter, half-year or year.</param>
/// <param name="Only">The months to which it is kept; null: all.</param>
public sealed record NthOf(IReadOnlyList<int> Places, DayOfWeek? Day, Period Period, OnSpans? Only = null) : DeadlineRule
{
    /// <summary>Stands for the last one.</summary>
    public const int Last = -1;

    /// <inheritdoc/>
    public override IReadOnlyList<Window> In(PlanYear year) =>
        [.. (from period in Periods.Of(Period, year)
             from place in Places
             let day = Find(period, place)
             where day is not null && year.Whole.Contains(day.Value) && (Only is null || Only.In(year).Any(o => o.Contains(day.Value)))
             select Day is null ? new Window(day.Value.AddDays(-3), day.Value.AddDays(3)).And(year.Whole)!.Value : new Window(day.Value, day.Value))
            .Distinct().OrderBy(w => w.From)];

    /// <inheritdoc/>
    public bool Equals(NthOf? other) =>
        other is not null && Places.SequenceEqual(other.Places) && Day == other.Day && Period == other.Period && Equals(Only, other.Only);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Places.Count, Day, Period, Only);

    private DateOnly? Find(Window period, int place)
    {
        var wanted = Day ?? DayOfWeek.Thursday;
        if (place == Last)
        {
            return period.To.AddDays(-((7 + (int)period.To.DayOfWeek - (int)wanted) % 7));
        }

        var day = period.From.AddDays(((7 + (int)wanted - (int)period.From.DayOfWeek) % 7) + (7 * (place - 1)));
        return day <= period.To ? day : null;
    }
}

/// <summary>The whole year.</summary>
public sealed record AllYear : DeadlineRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<Window> In(PlanYear year) => [year.Whole];
}

/// <summary>The periods of a year.</summary>
internal static class Periods
{
    private const int LastMonthOfSchool = 5;

    /// <summary>Those that have days in a year, whole, also where a week reaches over its ends.</summary>
    public static IEnumerable<Window> Of(Period period, PlanYear year) => period switch
    {
        Period.Day => Enumerable.Range(0, year.Last.DayNumber - year.First.DayNumber + 1).Select(i => year.First.AddDays(i)).Select(d => new Window(d, d)),
        Period.Week => Weeks(year),
        Period.Month => year.Months.Select(year.Month),
        Period.Quarter => year.Months.Where(m => m % 3 == 1).Select(m => Joined(year, m, m + 2)),
        Period.HalfYear when year.Kind == PlanYearKind.School => [Joined(year, year.First.Month, 12), Joined(year, 1, LastMonthOfSchool)],
        Period.HalfYear => [Joined(year, 1, 6), Joined(year, 7, 12)],
        Period.Year => [year.Whole],
    };

    /// <summary>What of a window lies in the months to which a rule is kept.</summary>
    public static IEnumerable<Window> Within(Window window, OnSpans? only, PlanYear year) =>
        only is null ? [window] : only.In(year).Select(o => window.And(o)).OfType<Window>().OrderBy(w => w.From);

    private static Window Joined(PlanYear year, int first, int last) => new(year.Month(first).From, year.Month(last).To);

    private static IEnumerable<Window> Weeks(PlanYear year)
    {
        for (var monday = year.First.AddDays(-((6 + (int)year.First.DayOfWeek) % 7)); monday <= year.Last; monday = monday.AddDays(7))
        {
            yield return new Window(monday, monday.AddDays(6));
        }
    }
}
