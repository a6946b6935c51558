using System.Linq.Expressions;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Development;

/// <summary>How many people stand how.</summary>
public sealed record StandingCounts(int InOrder, int DueSoon, int Overdue, int Never)
{
    /// <summary>Nobody.</summary>
    public static readonly StandingCounts None = new(0, 0, 0, 0);

    /// <summary>All people.</summary>
    public int Total => InOrder + DueSoon + Overdue + Never;

    /// <summary>Those of one state.</summary>
    public int Of(TrainingStanding standing) => standing switch
    {
        TrainingStanding.InOrder => InOrder,
        TrainingStanding.DueSoon => DueSoon,
        TrainingStanding.Overdue => Overdue,
        TrainingStanding.Never => Never,
    };

    /// <summary>Both together.</summary>
    public StandingCounts With(StandingCounts other) =>
        new(InOrder + other.InOrder, DueSoon + other.DueSoon, Overdue + other.Overdue, Never + other.Never);
}

/// <summary>The counts of a place.</summary>
internal sealed record PlaceCounts(Guid PlaceId, StandingCounts Counts);

/// <summary>The states of <see cref="TrainingRule.Standing"/> inside a query.</summary>
internal static class TrainingCounts
{
    /// <summary>Counts of groups of people.</summary>
    /// <param name="people">Rows.</param>
    /// <param name="place">By what they are grouped.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="today">Today.</param>
    public static IQueryable<PlaceCounts> CountsBy(
        this IQueryable<TrainingState> people, Expression<Func<TrainingState, Guid>> place, TrainingRule rule, DateOnly today)
    {
        var warn = rule.WarnUntil(today);
        return people.GroupBy(place).Select(g => new PlaceCounts(g.Key, new StandingCounts(
            g.Count(s => s.SatisfiedOn != null && s.DueOn > warn),
            g.Count(s => s.SatisfiedOn != null && s.DueOn >= today && s.DueOn <= warn),
            g.Count(s => s.SatisfiedOn != null && s.DueOn < today),
            g.Count(s => s.SatisfiedOn == null))));
    }

    /// <summary>Only those of a state; all of them for none.</summary>
    public static IQueryable<TrainingState> InStanding(this IQueryable<TrainingState> people, TrainingStanding? standing, TrainingRule rule, DateOnly today)
    {
        var warn = rule.WarnUntil(today);
        return standing switch
        {
            TrainingStanding.InOrder => people.Where(s => s.SatisfiedOn != null && s.DueOn > warn),
            TrainingStanding.DueSoon => people.Where(s => s.SatisfiedOn != null && s.DueOn >= today && s.DueOn <= warn),
            TrainingStanding.Overdue => people.Where(s => s.SatisfiedOn != null && s.DueOn < today),
            TrainingStanding.Never => people.Where(s => s.SatisfiedOn == null),
            null => people,
        };
    }
}
