using TeacherCpd.Domain.Attestation.Rules;

namespace TeacherCpd.Domain.Attestation;

/// <summary>
/// Answers what the attestation rules say about a case. Pure: the same question and rules give the same answer. The
/// rules themselves stand in <c>Rules/</c>, each under the paragraph it comes from.
/// </summary>
public static class AttestationAssessment
{
    private static readonly IApplicationRule[] ApplicationRules =
    [
        new ClaimIsOnTheLadder(),
        new LadderIsClimbedInSequence(),
        new ExperienceIsLongEnough(),
        new OncePerSchoolYear(),
        new NextCategoryNotTooSoon(),
        new EarlyAward(),
    ];

    private static readonly IAwardRule[] AwardRules =
    [
        new TraineeBecomesTeacher(),
        new CategoryKeptBeforePension(),
        new CategoryKeptAfterLeave(),

        // whoever is hired by the programme rises by one; that the category goes along too would give less
        new SpecialProgrammeAward(),
        new CategoryKeptOnMove(),
        new CategoryCarriedToOtherPost(),
        new YearsInProduction(),
        new DirectModerator(),
        new FirstCategoryForLeaders(),
    ];

    /// <summary>The answer to a question.</summary>
    /// <param name="rules">Edition of the rules in force for the case.</param>
    /// <param name="question">The candidate's situation.</param>
    public static AttestationAnswer Answer(AttestationRules rules, AttestationQuestion question)
    {
        var c = new CaseUnderRules(rules, question);
        var reasons = new List<Reason>();
        if (c.LoweredOn is { } found)
        {
            reasons.Add(Reason.Of(rules.Sanctions.FalseDataParagraph, ReasonCodes.FalseDataLowered, found, ReasonName.Category(c.Held!)));
        }
        else if (c.Held != question.Current?.Category)
        {
            reasons.Add(Reason.Of(
                rules.Legacy.HeadParagraph,
                ReasonCodes.LegacyHeadEquals,
                ReasonName.Category(question.Current!.Category),
                ReasonName.Category(c.Held!)));
        }

        var verdicts = ApplicationRules.Select(r => r.Judge(c)).OfType<Verdict>().ToList();
        var falseData = FalsePortfolioData.Find(c);
        var award = falseData is null ? AwardRules.Select(r => r.Find(c)).FirstOrDefault(a => a is not null) : null;
        if (award is { Category: { } given } && (c.Steps.Rank(given) >= c.ClaimedRank || MayApply(verdicts) != true))
        {
            return Settled(c, award, given, verdicts, reasons);
        }

        return ByAttestation(c, award, verdicts, falseData ?? TestViolation.Find(c) ?? LateApplication.Find(c), reasons);
    }

    private static AttestationAnswer Settled(
        CaseUnderRules c, Award award, string category, List<Verdict> verdicts, List<Reason> reasons)
    {
        var answersTheClaim = c.ClaimsNoMoreThanHeld || (c.ClaimIsOnLadder && c.Steps.Rank(category) >= c.ClaimedRank);
        if (!answersTheClaim)
        {
            reasons.AddRange(verdicts.Where(v => v.Allows != true).Select(v => v.Reason));
        }

        reasons.Add(award.Reason);
        var level = award.ByCommission ? Level(c, category, reasons) : null;
        return Finished(c, reasons, new AttestationAnswer
        {
            RuleSet = c.Rules.Code,
            Reasons = reasons,
            MayApply = answersTheClaim ? true : MayApply(verdicts),
            Refusals = answersTheClaim ? [] : [.. Refusals(verdicts)],
            AttestationRequired = false,
            Awarded = category,
            TestRequired = false,
            HighestPossible = category,
            CommissionLevel = level,
        });
    }

    private static AttestationAnswer ByAttestation(
        CaseUnderRules c, Award? award, List<Verdict> verdicts, Sanction? sanction, List<Reason> reasons)
    {
        reasons.AddRange(verdicts.Select(v => v.Reason));
        if (award is not null)
        {
            reasons.Add(award.Reason);
        }

        if (sanction is not null)
        {
            reasons.Add(sanction.Reason);
        }

        var test = TestThreshold.Of(c, reasons);
        var sheet = c.ClaimIsOnLadder ? SheetThreshold.Of(c, reasons) : null;
        var mayApply = sanction is null ? MayApply(verdicts) : false;
        var awardUnknown = award is { Category: null };
        return Finished(c, reasons, new AttestationAnswer
        {
            RuleSet = c.Rules.Code,
            Reasons = reasons,
            MayApply = mayApply,
            Refusals = sanction is null ? [.. Refusals(verdicts)] : [.. Refusals(verdicts), sanction.Reason],
            AttestationRequired = awardUnknown ? null : true,
            TestRequired = awardUnknown ? null : test?.Required,
            TestThresholdPercent = test?.Threshold,
            TestPassed = test?.Passed,
            SheetThreshold = sheet?.Threshold,
            SheetTotal = sheet?.Total,
            SheetMet = sheet?.Met,
            HighestPossible = awardUnknown ? null : Highest(c, mayApply, sheet, test, sanction, reasons),
            CommissionLevel = c.ClaimIsOnLadder ? Level(c, c.Question.Claimed, reasons) : null,
        });
    }

    // Where it is open whether the claim is allowed, or whether the sheet is met, the category is open only if both
    // ways lead to different ones.
    private static string? Highest(
        CaseUnderRules c, bool? mayApply, SheetOutcome? sheet, TestOutcome? test, Sanction? sanction, List<Reason> reasons)
    {
        if (sanction is not null)
        {
            return sanction.Category;
        }

        if (mayApply == false)
        {
            return HighestPossible.Kept(c, reasons);
        }

        var unsaid = new List<Reason>();
        var best = HighestPossible.Of(c, sheet is { Met: null } ? sheet with { Met = true } : sheet, test, unsaid);
        var open = mayApply is null || sheet is { Met: null };
        if (open && best != c.Held)
        {
            return null;
        }

        reasons.AddRange(unsaid);
        return best;
    }

    private static bool? MayApply(List<Verdict> verdicts) =>
        verdicts.Exists(v => v.Allows == false) ? false : verdicts.Exists(v => v.Allows is null) ? null : true;

    private static IEnumerable<Reason> Refusals(List<Verdict> verdicts) => verdicts.Where(v => v.Allows == false).Select(v => v.Reason);

    private static CommissionLevel? Level(CaseUnderRules c, string category, List<Reason> reasons)
    {
        var level = c.Rules.Commission.LevelFor(category, c.Question.SubordinateTo);
        if (level is not null)
        {
            reasons.Add(Reason.Of(
                c.Rules.Commission.LevelParagraph,
                ReasonCodes.CommissionLevel,
                ReasonName.Category(category),
                new ReasonName($"level.{level}")));
        }

        return level;
    }

    private static AttestationAnswer Finished(CaseUnderRules c, List<Reason> reasons, AttestationAnswer answer)
    {
        reasons.Add(Reason.Of(c.Rules.TermParagraph, ReasonCodes.Term, c.Steps.TermYears));
        return answer with { Id = c.Question.Id, ValidYears = c.Steps.TermYears };
    }
}
