namespace TeacherCpd.Domain.Attestation.Rules;

/// <summary>A sanction: the category claimed cannot be given now, another one takes its place.</summary>
/// <param name="Category">Category that is left; null for none.</param>
/// <param name="Reason">Why.</param>
internal sealed record Sanction(string? Category, Reason Reason);

/// <summary>
/// False data in a portfolio: no admission for five years, heads for three, and back to the lowest category
/// (paragraph 62).
/// </summary>
internal static class FalsePortfolioData
{
    public static Sanction? Find(CaseUnderRules c)
    {
        if (c.Question.FalseDataOn is not { } found || found > c.Question.On)
        {
            return null;
        }

        var until = found.AddYears(c.Steps.FalseDataYears);
        return c.Question.On < until
            ? new(c.Steps.Base, Reason.Of(
                c.Rules.Sanctions.FalseDataParagraph, ReasonCodes.FalseDataBars, until, ReasonName.Category(c.Steps.Base)))
            : null;
    }
}

/// <summary>
/// A violation of the rules of the test: one level lower for a year; a second one: back to the lowest category for
/// the whole term (paragraph 46).
/// </summary>
internal static class TestViolation
{
    public static Sanction? Find(CaseUnderRules c) => c.Question.TestViolations switch
    {
        <= 0 => null,
        1 => OneLevelLower.From(c) is { } lower
            ? new(lower, Reason.Of(
                c.Rules.Sanctions.LowerParagraph, ReasonCodes.ViolationLowers, ReasonName.Category(lower), c.Rules.Sanctions.LowerYears))
            : null,
        _ => new(c.Steps.Base, Reason.Of(
            c.Rules.Sanctions.RepeatedParagraph,
            ReasonCodes.ViolationRepeated,
            ReasonName.Category(c.Steps.Base),
            c.Steps.RepeatedViolationYears)),
    };
}

/// <summary>An application that was not handed in in time: one level lower for a year (paragraph 46).</summary>
internal static class LateApplication
{
    public static Sanction? Find(CaseUnderRules c) =>
        c.Has(AttestationFacts.LateApplication) && OneLevelLower.From(c) is { } lower
            ? new(lower, Reason.Of(
                c.Rules.Sanctions.LowerParagraph, ReasonCodes.LateApplicationLowers, ReasonName.Category(lower), c.Rules.Sanctions.LowerYears))
            : null;
}

/// <summary>The category one level below the present one; nobody falls below the lowest of the ladder.</summary>
internal static class OneLevelLower
{
    /// <summary>The category, or null where none is held.</summary>
    public static string? From(CaseUnderRules c)
    {
        if (c.HoldsLegacy && c.HeldHere is null)
        {
            var place = c.Rules.Legacy.Order.ToList().IndexOf(c.Held!);
            return place > 0 ? c.Rules.Legacy.Order[place - 1] : c.Steps.Base;
        }

        if (c.HeldHere is null)
        {
            return null;
        }

        var lowest = c.Steps.Rank(c.Steps.Base);
        return c.HeldRank <= lowest ? c.HeldHere : c.Steps.Categories[c.HeldRank - 1];
    }
}
