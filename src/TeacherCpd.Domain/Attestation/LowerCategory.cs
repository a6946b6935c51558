namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// The category below the present one that a commission gives where it decides so (order 83, paragraph 24 part 2). The order says
/// "below the present one" and not how far: one step, and no higher than the knowledge test (part 3).
/// </summary>
public static class LowerCategory
{
    /// <summary>The category; null where the present one is kept: none is held or below it, or the attempt is early (part 4).</summary>
    /// <param name="ladder">Ladder.</param>
    /// <param name="current">Category held; null for none.</param>
    /// <param name="validUntil">Last day of the category held; null for one without a term.</param>
    /// <param name="reachedByTest">Highest category that a test which is needed reaches; null where none is needed or it reaches none.</param>
    /// <param name="on">Day of the decision.</param>
    public static string? Of(LadderRules ladder, string? current, DateOnly? validUntil, string? reachedByTest, DateOnly on)
    {
        if (IsEarly(validUntil, on) || ladder.Rank(current) <= 0)
        {
            return null;
        }

        var below = ladder.Rank(current) - 1;
        var byTest = reachedByTest is null ? below : Math.Max(0, ladder.Rank(reachedByTest));
        return ladder.Categories[Math.Min(below, byTest)];
    }

    /// <summary>
    /// Whether an attempt is early: more than a year of the present category is left. The order does not say when a claim before the
    /// end of a term is a regular one; nothing is taken away while the term still runs for so long.
    /// </summary>
    public static bool IsEarly(DateOnly? validUntil, DateOnly on) => validUntil > on.AddYears(1);
}
