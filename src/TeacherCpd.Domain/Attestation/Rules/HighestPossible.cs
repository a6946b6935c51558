namespace TeacherCpd.Domain.Attestation.Rules;

/// <summary>
/// The category that a commission may give now (paragraph 24): the claimed one where sheet and test allow it; where
/// the sheet fits and the test does not, none above the result of the test; else the present one is kept.
/// </summary>
internal static class HighestPossible
{
    public static string? Of(CaseUnderRules c, SheetOutcome? sheet, TestOutcome? test, List<Reason> reasons)
    {
        if (sheet is { Met: false } || test is null || (!test.IsEnough && !test.Counts))
        {
            return Kept(c, reasons);
        }

        return test.IsEnough ? c.Question.Claimed : CappedByTest(c, reasons);
    }

    /// <summary>The present category, kept.</summary>
    public static string? Kept(CaseUnderRules c, List<Reason> reasons)
    {
        if (c.Held is not null)
        {
            reasons.Add(Reason.Of(
                c.Rules.Commission.DecisionParagraph,
                c.Question.Early ? ReasonCodes.EarlyFailureKeeps : ReasonCodes.CurrentKept,
                ReasonName.Category(c.Held)));
        }

        return c.Held;
    }

    private static string? CappedByTest(CaseUnderRules c, List<Reason> reasons)
    {
        // An early attempt that fails costs nothing (part 4); and the one threshold of heads and deputies names no
        // lower category that the result would reach.
        if (c.Question.Early || !c.Steps.TestGrades || (c.HeldHere is null && !c.HoldsLegacy))
        {
            return Kept(c, reasons);
        }

        var percent = c.Question.Test!.Percent;
        var reached = c.Steps.ReachedBy(percent, c.Question.Claimed);
        var cap = c.Steps.Rank(reached) < c.Steps.Rank(c.Steps.Base) ? c.Steps.Base : reached!;

        // An old category may be exchanged for a present one that the test reaches (paragraph 10); the lowest is none of those.
        if (c.Steps.Rank(cap) >= c.ClaimedRank || (c.HeldHere is null && cap == c.Steps.Base))
        {
            return Kept(c, reasons);
        }

        reasons.Add(Reason.Of(
            c.Rules.Test.CapParagraph,
            ReasonCodes.TestCaps,
            ReasonName.Category(c.Question.Claimed),
            percent,
            ReasonName.Category(cap)));
        return cap;
    }
}
