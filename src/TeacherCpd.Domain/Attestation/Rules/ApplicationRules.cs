namespace TeacherCpd.Domain.Attestation.Rules;

/// <summary>Whether a category may be claimed: what one rule says.</summary>
/// <param name="Allows">Null where something has to be known first.</param>
/// <param name="Reason">Why.</param>
internal sealed record Verdict(bool? Allows, Reason Reason);

/// <summary>A rule that may refuse an application.</summary>
internal interface IApplicationRule
{
    /// <summary>The verdict, or null where the rule has nothing to say about the case.</summary>
    Verdict? Judge(CaseUnderRules c);
}

/// <summary>
/// Categories go by the position held (paragraph 6); heads and deputies of a methodical office without a legal
/// entity of its own are attested as methodists (paragraph 6, part 3).
/// </summary>
internal sealed class ClaimIsOnTheLadder : IApplicationRule
{
    public Verdict? Judge(CaseUnderRules c) => (c.ClaimIsOnLadder, c.IsStructuralUnit) switch
    {
        (true, false) => null,
        (true, true) => new(true, Reason.Of(c.Rules.StructuralUnitParagraph, ReasonCodes.StructuralUnit)),
        (false, true) => new(false, Reason.Of(c.Rules.StructuralUnitParagraph, ReasonCodes.StructuralUnit)),
        (false, false) => new(false, Reason.Of(
            c.Rules.LadderParagraph, ReasonCodes.NotOnLadder, ReasonName.Category(c.Question.Claimed))),
    };
}

/// <summary>
/// One category after the other (paragraph 5). Holders of old categories choose among several (paragraph 10), heads
/// and deputies are free at their first attestation (paragraph 12).
/// </summary>
internal sealed class LadderIsClimbedInSequence : IApplicationRule
{
    public Verdict? Judge(CaseUnderRules c)
    {
        if (!c.ClaimIsOnLadder)
        {
            return null;
        }

        var claimed = ReasonName.Category(c.Question.Claimed);
        if (c.HoldsLegacy && c.IsTeacherOrMethodist)
        {
            return FromLegacy(c, claimed);
        }

        var mayStartAnywhere = c.Rules.FirstAttestation.Ladders.Contains(c.Ladder);
        var paragraph = mayStartAnywhere ? c.Rules.FirstAttestation.Paragraph : c.Rules.Sequence.Paragraph;
        if (mayStartAnywhere && IsFirst(c))
        {
            return new(true, Reason.Of(paragraph, ReasonCodes.FirstAttestation, claimed));
        }

        if (c.HeldRank < 0)
        {
            var lowest = c.Steps.Categories[1];
            return c.ClaimedRank <= 1 || !c.Rules.Sequence.OneStepAtATime
                ? new(true, Reason.Of(paragraph, ReasonCodes.NextStep, claimed))
                : new(false, Reason.Of(paragraph, ReasonCodes.StartsAtTheBottom, claimed, ReasonName.Category(lowest)));
        }

        var held = ReasonName.Category(c.HeldHere!);
        return (c.ClaimedRank - c.HeldRank) switch
        {
            0 => new(true, Reason.Of(paragraph, ReasonCodes.Confirmation, claimed)),
            1 => new(true, Reason.Of(paragraph, ReasonCodes.NextStep, claimed)),
            < 0 => new(true, Reason.Of(paragraph, ReasonCodes.BelowCurrent, claimed, held)),
            _ when !c.Rules.Sequence.OneStepAtATime => new(true, Reason.Of(paragraph, ReasonCodes.NextStep, claimed)),
            _ => new(false, Reason.Of(
                paragraph, ReasonCodes.StepLeftOut, claimed, held, ReasonName.Category(c.Steps.Categories[c.HeldRank + 1]))),
        };
    }

    // A head's category goes on counting for a deputy and the other way round; a teacher's does not: the first
    // attestation in the new post is still to come.
    private static bool IsFirst(CaseUnderRules c) =>
        c.HeldRank < 0 || c.BroughtFrom is Ladder.Teacher or Ladder.Methodist;

    private static Verdict FromLegacy(CaseUnderRules c, ReasonName claimed)
    {
        var held = ReasonName.Category(c.Held!);
        var free = c.Rules.TestExemptions;
        if (free.LegacyHolders.Contains(c.Held!) && c.Question.Claimed == free.LegacyCategory)
        {
            return new(true, Reason.Of(free.LegacyParagraph, ReasonCodes.LegacyClaim, held, claimed));
        }

        var allows = c.Rules.Legacy.Claims.TryGetValue(c.Held!, out var claims) && claims.Contains(c.Question.Claimed);
        return new(allows, Reason.Of(
            c.Rules.Legacy.Paragraph, allows ? ReasonCodes.LegacyClaim : ReasonCodes.LegacyClaimRefused, held, claimed));
    }
}

/// <summary>
/// Least pedagogical experience for a higher category (paragraph 5 and the characteristics of positions it names).
/// </summary>
internal sealed class ExperienceIsLongEnough : IApplicationRule
{
    public Verdict? Judge(CaseUnderRules c)
    {
        if (!c.ClaimIsOnLadder
            || c.ClaimedRank <= c.HeldRank
            || !c.Rules.Experience.Years.TryGetValue(c.Question.Claimed, out var needed))
        {
            return null;
        }

        var claimed = ReasonName.Category(c.Question.Claimed);
        var paragraph = c.Rules.Experience.Paragraph;
        if (c.Question.ExperienceYears is { } years)
        {
            var enough = years >= needed;
            return new(enough, Reason.Of(
                paragraph, enough ? ReasonCodes.ExperienceEnough : ReasonCodes.ExperienceShort, claimed, needed, years));
        }

        return FollowsFromTheCategoryHeld(c, needed) ? null : new(null, Reason.Needs(paragraph, "experienceYears"));
    }

    // Whoever holds a category had the experience for it when it was given, and has usually worked since.
    private static bool FollowsFromTheCategoryHeld(CaseUnderRules c, int needed) =>
        c.HoldsLegacy
        || (c.HeldHere is not null
            && c.Question.Current?.GrantedOn is { } granted
            && granted.AddYears(Math.Max(0, needed - c.Rules.Experience.Years.GetValueOrDefault(c.HeldHere))) <= c.Question.On);
}

/// <summary>Attestation takes place once in a school year (appendix 1, item 10).</summary>
internal sealed class OncePerSchoolYear : IApplicationRule
{
    public Verdict? Judge(CaseUnderRules c) =>
        c.Rules.SchoolYear.Attestations == 1
        && c.LastAttestedOn is { } last
        && c.Rules.SchoolYear.StartOf(last) == c.Rules.SchoolYear.StartOf(c.Question.On)
            ? new(false, Reason.Of(c.Rules.SchoolYear.Paragraph, ReasonCodes.AttestedThisSchoolYear, last))
            : null;
}

/// <summary>
/// A higher category is awarded no sooner than two years after the last attestation, even early (paragraph 63): without the conditions of
/// an early award it cannot be claimed sooner than that either.
/// </summary>
internal sealed class NextCategoryNotTooSoon : IApplicationRule
{
    public Verdict? Judge(CaseUnderRules c)
    {
        var early = c.Rules.Early;
        if (c.Question.Early
            || early.RegularAfterYears is not { } years
            || !c.ClaimIsOnLadder
            || c.ClaimedRank <= c.HeldRank
            || c.HeldRank <= c.Steps.Rank(c.Steps.Base)
            || c.BroughtFrom is not null
            || c.LastAttestedOn is not { } last)
        {
            return null;
        }

        var from = last.AddYears(years);
        return c.Question.On < from ? new(false, Reason.Of(early.RegularParagraph!, ReasonCodes.NextTooSoon, from)) : null;
    }
}

/// <summary>
/// Early award: two years after the last attestation, with so many of the listed conditions proved (paragraph 63);
/// heads and deputies with the results of the claimed category held for two years (paragraph 64).
/// </summary>
internal sealed class EarlyAward : IApplicationRule
{
    public Verdict? Judge(CaseUnderRules c)
    {
        if (!c.Question.Early || !c.ClaimIsOnLadder)
        {
            return null;
        }

        var early = c.Rules.Early;
        var claimed = ReasonName.Category(c.Question.Claimed);
        var conditions = c.IsTeacherOrMethodist ? early.Conditions.GetValueOrDefault(c.Question.Claimed) : early.LeaderConditions;
        if (conditions is null || c.ClaimedRank <= c.HeldRank)
        {
            return new(false, Reason.Of(early.Paragraph, ReasonCodes.EarlyNotProvided, claimed));
        }

        if (c.LastAttestedOn is not { } last)
        {
            return new(null, Reason.Needs(early.Paragraph, "lastAttestedOn"));
        }

        var from = last.AddYears(early.YearsAfterRegular);
        if (c.Question.On < from)
        {
            return new(false, Reason.Of(early.Paragraph, ReasonCodes.EarlyTooSoon, from));
        }

        var paragraph = c.IsTeacherOrMethodist ? early.Paragraph : early.LeaderParagraph;
        if (c.Question.EarlyConditionsMet is not { } met)
        {
            return new(null, Reason.Needs(paragraph, "earlyConditionsMet"));
        }

        var enough = met >= conditions.Needed;
        return new(enough, Reason.Of(
            paragraph,
            enough ? ReasonCodes.EarlyConditionsMet : ReasonCodes.EarlyConditionsShort,
            claimed,
            conditions.Needed,
            conditions.Listed,
            met));
    }
}
