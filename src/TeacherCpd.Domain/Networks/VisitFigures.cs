namespace TeacherCpd.Domain.Networks;

/// <summary>A share of the figures of visits.</summary>
/// <param name="Part">What is counted.</param>
/// <param name="Whole">Of what it is a part.</param>
public sealed record VisitRatio(VisitCountKind Part, VisitCountKind Whole);

/// <summary>
/// A share over several visits, by both ways of reckoning it. The report for 2022 prints 66 % where the mean of the schools' per cents stands, and
/// 50.3 % follows from their sums: so each is told with its name.
/// </summary>
/// <param name="Ratio">Which.</param>
/// <param name="Part">Sum of the parts.</param>
/// <param name="Whole">Sum of the wholes.</param>
/// <param name="Visits">How many visits have both numbers and a whole above zero; only they are counted.</param>
/// <param name="MeanTenths">Mean of their shares, each in exact fraction, in tenths of a per cent, rounded half up; null for none.</param>
public sealed record VisitShare(VisitRatio Ratio, int Part, int Whole, int Visits, int? MeanTenths)
{
    /// <summary>Share of the sums, in tenths of a per cent, rounded half up; null for none.</summary>
    public int? PooledTenths => Whole == 0 ? null : VisitFigures.Tenths((decimal)Part / Whole);
}

/// <summary>Numbers of visits, added up.</summary>
public static class VisitFigures
{
    /// <summary>The shares that are told.</summary>
    public static IReadOnlyList<VisitRatio> Ratios { get; } =
    [
        new(VisitCountKind.UpperLessons, VisitCountKind.LessonsObserved),
        new(VisitCountKind.TeachersObserved, VisitCountKind.TeachersOfSchool),
        new(VisitCountKind.TeachersSurveyed, VisitCountKind.TeachersOfSchool),
    ];

    /// <summary>Sums by kind; a kind that no visit counted is missing.</summary>
    /// <param name="visits">Numbers of each visit.</param>
    public static IReadOnlyDictionary<VisitCountKind, int> Sums(IEnumerable<IReadOnlyDictionary<VisitCountKind, int>> visits) =>
        visits.SelectMany(v => v).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));

    /// <summary>The shares over some visits.</summary>
    /// <param name="visits">Numbers of each visit.</param>
    public static IReadOnlyList<VisitShare> Shares(IReadOnlyCollection<IReadOnlyDictionary<VisitCountKind, int>> visits) =>
        [.. Ratios.Select(ratio =>
        {
            var counted = visits.Select(v => Of(v, ratio)).Where(p => p is not null).Select(p => p!.Value).ToList();
            return new VisitShare(
                ratio,
                counted.Sum(p => p.Part),
                counted.Sum(p => p.Whole),
                counted.Count,
                counted.Count == 0 ? null : Tenths(counted.Average(p => (decimal)p.Part / p.Whole)));
        })];

    /// <summary>The shares whose part is larger than its whole: told, not hidden.</summary>
    /// <param name="visit">Numbers of a visit.</param>
    public static IEnumerable<VisitRatio> Contradictions(IReadOnlyDictionary<VisitCountKind, int> visit) =>
        Ratios.Where(r => visit.TryGetValue(r.Part, out var part) && visit.TryGetValue(r.Whole, out var whole) && part > whole);

    /// <summary>Numerator and denominator of a share; null where one was not counted or the whole is nothing.</summary>
    /// <param name="visit">Numbers of a visit.</param>
    /// <param name="ratio">Which.</param>
    public static (int Part, int Whole)? Of(IReadOnlyDictionary<VisitCountKind, int> visit, VisitRatio ratio)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(ratio);
        return visit.TryGetValue(ratio.Part, out var part) && visit.TryGetValue(ratio.Whole, out var whole) && whole > 0 ? (part, whole) : null;
    }

    /// <summary>A fraction in tenths of a per cent, rounded half up.</summary>
    internal static int Tenths(decimal fraction) => (int)Math.Floor((fraction * 1000) + 0.5m);
}
