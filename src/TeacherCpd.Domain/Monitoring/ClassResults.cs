using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Monitoring;

/// <summary>
/// What the learners of one class reached before and after a course, in one subject: figures of an analysis of achievements. The measure
/// is the one that the rules of attestation use, the quality of knowledge (order 83, appendices 11 and 12): the share of learners with
/// marks 4 and 5.
/// </summary>
public sealed class ClassResults : Entity
{
    /// <summary>Longest name of a class, in characters.</summary>
    public const int ClassLength = 20;

    /// <summary>Longest subject, in characters.</summary>
    public const int SubjectLength = 80;

    /// <summary>Most classes of one analysis.</summary>
    public const int Most = 4;

    /// <summary>The contact in which it was looked into.</summary>
    public required Guid ContactId { get; init; }

    /// <summary>Class, as the school names it.</summary>
    public required string Class { get; init; }

    /// <summary>Subject.</summary>
    public required string Subject { get; init; }

    /// <summary>Day of the marks before.</summary>
    public required DateOnly BeforeOn { get; init; }

    /// <summary>Day of the marks after; later than <see cref="BeforeOn"/>.</summary>
    public required DateOnly AfterOn { get; init; }

    /// <summary>The figures.</summary>
    public required LearnerFigures Figures { get; init; }
}

/// <summary>Learners and those among them with marks 4 and 5, before and after.</summary>
/// <param name="Before">Learners with a mark before, from 1 in one class.</param>
/// <param name="GoodBefore">Those of them with 4 or 5.</param>
/// <param name="After">Learners with a mark after.</param>
/// <param name="GoodAfter">Those of them with 4 or 5.</param>
public sealed record LearnerFigures(int Before, int GoodBefore, int After, int GoodAfter)
{
    /// <summary>Fewest learners of whom anything is said in public: of fewer, single ones could be known.</summary>
    public const int Fewest = 5;

    /// <summary>Most learners of a class.</summary>
    public const int MostOfClass = 60;

    /// <summary>No learners.</summary>
    public static LearnerFigures None { get; } = new(0, 0, 0, 0);

    /// <summary>Quality of knowledge before, in percent with one decimal, half away from zero; null where there were no learners.</summary>
    public decimal? QualityBefore => Percent(GoodBefore, Before);

    /// <summary>Quality of knowledge after, in percent with one decimal.</summary>
    public decimal? QualityAfter => Percent(GoodAfter, After);

    /// <summary>Whether they show an effect: enough learners both times, and a larger share with 4 and 5 after. Compared exactly, not as rounded percentages.</summary>
    public bool ShowEffect => Before >= Fewest && After >= Fewest && (long)GoodAfter * Before > (long)GoodBefore * After;

    /// <summary>Whether they can be those of a class: nobody counted twice, and somebody both times.</summary>
    public bool ArePossible =>
        Before is >= 1 and <= MostOfClass && After is >= 1 and <= MostOfClass && GoodBefore >= 0 && GoodBefore <= Before && GoodAfter >= 0 && GoodAfter <= After;

    /// <summary>All learners of several classes together; not the mean of their percentages.</summary>
    public static LearnerFigures operator +(LearnerFigures a, LearnerFigures b) =>
        new(a.Before + b.Before, a.GoodBefore + b.GoodBefore, a.After + b.After, a.GoodAfter + b.GoodAfter);

    /// <inheritdoc cref="op_Addition"/>
    public static LearnerFigures Add(LearnerFigures left, LearnerFigures right) => left + right;

    private static decimal? Percent(int part, int whole) => whole == 0 ? null : decimal.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
}
