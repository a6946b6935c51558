namespace TeacherCpd.Domain.Attestation;

/// <summary>What another edition of the rules means for a person.</summary>
public enum TrialEffect
{
    /// <summary>The next category may be claimed, which was refused before.</summary>
    MayClaim,

    /// <summary>The next category may not be claimed any more.</summary>
    MayNotClaim,

    /// <summary>The category has to be confirmed earlier.</summary>
    DueEarlier,

    /// <summary>The category has to be confirmed later.</summary>
    DueLater,

    /// <summary>The knowledge test falls away or its threshold is lower.</summary>
    EasierTest,

    /// <summary>The knowledge test is needed, or its threshold is higher.</summary>
    HarderTest,

    /// <summary>The threshold of the sheet is lower.</summary>
    LowerSheet,

    /// <summary>The threshold of the sheet is higher.</summary>
    HigherSheet,
}

/// <summary>Two editions asked about the same person on the same day.</summary>
public static class RuleTrial
{
    /// <summary>Everything that the later edition changes for the person; nothing where it changes nothing.</summary>
    /// <param name="before">Edition compared with.</param>
    /// <param name="after">Edition tried.</param>
    /// <param name="situation">The person's situation; what is claimed is set here.</param>
    public static IReadOnlyList<TrialEffect> Effects(AttestationRules before, AttestationRules after, AttestationQuestion situation)
    {
        var held = situation.Current?.Category;
        var question = situation with { Claimed = before.NextAbove(situation.Ladder, held) };
        var (old, now) = (AttestationAssessment.Answer(before, question), AttestationAssessment.Answer(after, question));
        var effects = new List<TrialEffect>();
        AddIf(old.MayApply == false && now.MayApply != false, TrialEffect.MayClaim);
        AddIf(old.MayApply != false && now.MayApply == false, TrialEffect.MayNotClaim);
        if (situation.Current is { GrantedOn: { } granted, Category: { } category } && !CategoryRecord.IsLowestStep(category))
        {
            var (endedOn, endsOn) = (before.ValidUntil(situation.Ladder, granted), after.ValidUntil(situation.Ladder, granted));
            AddIf(endsOn < endedOn, TrialEffect.DueEarlier);
            AddIf(endsOn > endedOn, TrialEffect.DueLater);
        }

        var (oldTest, test) = (TestOf(old), TestOf(now));
        AddIf(test < oldTest, TrialEffect.EasierTest);
        AddIf(test > oldTest, TrialEffect.HarderTest);
        AddIf(now.SheetThreshold < old.SheetThreshold, TrialEffect.LowerSheet);
        AddIf(now.SheetThreshold > old.SheetThreshold, TrialEffect.HigherSheet);
        return effects;

        void AddIf(bool holds, TrialEffect effect)
        {
            if (holds)
            {
                effects.Add(effect);
            }
        }
    }

    private static int TestOf(AttestationAnswer answer) => answer.TestRequired == true ? answer.TestThresholdPercent ?? 0 : 0;
}
