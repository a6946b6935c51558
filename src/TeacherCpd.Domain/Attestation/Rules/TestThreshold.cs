namespace TeacherCpd.Domain.Attestation.Rules;

/// <summary>What the knowledge test means for a case.</summary>
/// <param name="Required">Whether it is needed.</param>
/// <param name="Threshold">Threshold in percent; null where none is needed.</param>
/// <param name="Passed">Whether a valid result reaches it; null where none is needed or taken.</param>
/// <param name="Counts">Whether there is a valid result, high or low.</param>
internal sealed record TestOutcome(bool Required, int? Threshold, bool? Passed, bool Counts)
{
    public bool IsEnough => !Required || Passed == true;
}

/// <summary>
/// The threshold of the knowledge test (paragraph 39) on a result not older than a year (paragraph 53), unless a
/// violation annuls it (paragraph 47).
/// </summary>
internal static class TestThreshold
{
    private static readonly ITestExemption[] Exemptions =
    [
        new ConfirmationAfterLongExperience(),
        new ModeratorForLegacyHolder(),
        new RepeatedConfirmation(),
        new LanguageCertificateInsteadOfTest(),
        new ConfirmationOfWorkingPensioner(),
    ];

    public static TestOutcome? Of(CaseUnderRules c, List<Reason> reasons)
    {
        if (!c.ClaimIsOnLadder || !c.Steps.TestPercent.TryGetValue(c.Question.Claimed, out var needed))
        {
            return null;
        }

        if (Exemptions.Select(e => e.Frees(c)).FirstOrDefault(r => r is not null) is { } free)
        {
            reasons.Add(free);
            return new TestOutcome(false, null, null, false);
        }

        ExplainExemptionsThatDoNotHold(c, reasons);
        var paragraph = c.Steps.TestParagraph;
        reasons.Add(Reason.Of(paragraph, ReasonCodes.TestThreshold, ReasonName.Category(c.Question.Claimed), needed));
        if (c.Question.Test is not { } test || test.On > c.Question.On)
        {
            reasons.Add(Reason.Of(paragraph, ReasonCodes.TestNotTaken));
            return new TestOutcome(true, needed, null, false);
        }

        if (c.Question.TestViolations > 0)
        {
            reasons.Add(Reason.Of(c.Rules.Sanctions.AnnulParagraph, ReasonCodes.TestAnnulled));
            return new TestOutcome(true, needed, false, false);
        }

        if (c.Question.On > test.On.AddYears(c.Rules.Test.ValidYears))
        {
            reasons.Add(Reason.Of(c.Rules.Test.ValidityParagraph, ReasonCodes.TestTooOld, test.On, c.Rules.Test.ValidYears));
            return new TestOutcome(true, needed, false, false);
        }

        var passed = test.Percent >= needed;
        reasons.Add(Reason.Of(paragraph, passed ? ReasonCodes.TestPassed : ReasonCodes.TestFailed, test.Percent, needed));
        return new TestOutcome(true, needed, passed, true);
    }

    private static void ExplainExemptionsThatDoNotHold(CaseUnderRules c, List<Reason> reasons)
    {
        var rule = c.Rules.TestExemptions;
        if (RepeatedConfirmation.Concerns(c))
        {
            reasons.Add(Reason.Of(
                rule.RepeatedParagraph, ReasonCodes.RepeatedUsedUp, c.Question.Current!.ConfirmationsInARow, rule.RepeatedTimes));
        }

        if (c.Ladder == Ladder.Teacher && c.Question.LanguageCertificate is { } certificate)
        {
            reasons.Add(Reason.Of(
                certificate.Exam == LanguageExam.Cefr ? rule.OtherLanguageParagraph : rule.LanguageParagraph,
                ReasonCodes.LanguageNotEnough,
                new ReasonName($"exam.{certificate.Exam}"),
                ReasonName.Category(c.Question.Claimed)));
        }
    }
}
