namespace TeacherCpd.Domain.Attestation.Rules;

/// <summary>What the sheet of criteria says.</summary>
/// <param name="Threshold">Least total.</param>
/// <param name="Total">Sum of the points.</param>
/// <param name="Met">Whether the total and every applicable criterion are reached; null where the row is not known.</param>
internal sealed record SheetOutcome(int? Threshold, decimal Total, bool? Met);

/// <summary>
/// Every applicable criterion has points and the total reaches the threshold of the row (appendices 12 and 13 with
/// their notes).
/// </summary>
internal static class SheetThreshold
{
    /// <summary>The outcome, or null where there is no sheet for the category.</summary>
    public static SheetOutcome? Of(CaseUnderRules c, List<Reason> reasons)
    {
        var types = c.Question.Organisation is { } organisation ? [organisation] : Enum.GetValues<EducationType>();
        var choices = types.Select(t => c.Rules.SheetFor(c.Ladder, c.Question.At(t))).OfType<SheetChoice>()
            .Where(s => s.Row.Threshold.ContainsKey(c.Question.Claimed))
            .ToList();
        if (choices.Count == 0)
        {
            return null;
        }

        var choice = choices[0];
        // a criterion that does not concern the position has no part in the threshold of its row, nor in the total
        var total = choice.Sheet.Criteria
            .Where(k => !choice.Row.LeftOut.Contains(k.Number) && !c.Question.NotApplicable.Contains(k.Number))
            .Sum(k => c.Question.Points.GetValueOrDefault(k.Number));
        if (choices.Any(other => other != choice))
        {
            reasons.Add(Reason.Needs(choice.Sheet.Paragraph, "organisation"));
            return new SheetOutcome(null, total, null);
        }

        var threshold = choice.Row.Threshold[c.Question.Claimed];
        var missing = Missing(c, choice);
        if (missing.Count > 0)
        {
            reasons.Add(Reason.Of(choice.Sheet.Paragraph, ReasonCodes.SheetCriteriaMissing, string.Join(", ", missing)));
        }

        var reached = total >= threshold;
        if (!reached || missing.Count == 0)
        {
            reasons.Add(Reason.Of(
                choice.Sheet.Paragraph, reached ? ReasonCodes.SheetMet : ReasonCodes.SheetTotalShort, total, threshold));
        }

        return new SheetOutcome(threshold, total, reached && missing.Count == 0);
    }

    public static List<string> Missing(CaseUnderRules c, SheetChoice choice) =>
    [
        .. choice.Needed(c.Question.Claimed, c.Question.Organisation)
            .Select(k => k.Number)
            .Where(n => !c.Question.NotApplicable.Contains(n) && c.Question.Points.GetValueOrDefault(n) <= 0),
    ];
}
