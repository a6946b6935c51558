namespace TeacherCpd.Domain.Attestation;

/// <summary>Stable codes of the reasons; each has a text in <c>Data/reasons.json</c>.</summary>
public static class ReasonCodes
{
    /// <summary>Prefix before the name of a field that has to be known.</summary>
    public const string Needs = "needs";

    /// <summary>Prefix before the name of a field of the input that no rule reads.</summary>
    public const string Ignored = "ignored";

    /// <summary>A violation of the rules of the test: one category lower for a year.</summary>
    public const string ViolationLowers = "violation_lowers";

    /// <summary>A late application: one category lower for a year.</summary>
    public const string LateApplicationLowers = "late_application_lowers";

    internal const string NotOnLadder = "not_on_ladder";
    internal const string StructuralUnit = "structural_unit";
    internal const string NextStep = "next_step";
    internal const string Confirmation = "confirmation";
    internal const string BelowCurrent = "below_current";
    internal const string StepLeftOut = "step_left_out";
    internal const string StartsAtTheBottom = "starts_at_the_bottom";
    internal const string LegacyClaim = "legacy_claim";
    internal const string LegacyClaimRefused = "legacy_claim_refused";
    internal const string LegacyHeadEquals = "legacy_head_equals";
    internal const string FirstAttestation = "first_attestation";
    internal const string ExperienceEnough = "experience_enough";
    internal const string ExperienceShort = "experience_short";
    internal const string AttestedThisSchoolYear = "attested_this_school_year";
    internal const string EarlyTooSoon = "early_too_soon";
    internal const string NextTooSoon = "next_too_soon";
    internal const string EarlyNotProvided = "early_not_provided";
    internal const string EarlyConditionsMet = "early_conditions_met";
    internal const string EarlyConditionsShort = "early_conditions_short";
    internal const string TraineeAwarded = "trainee_awarded";
    internal const string KeptBeforePension = "kept_before_pension";
    internal const string KeptAfterLeave = "kept_after_leave";
    internal const string KeptOnMove = "kept_on_move";
    internal const string KeptInOtherPost = "kept_in_other_post";
    internal const string AwardedForProduction = "awarded_for_production";
    internal const string AwardedDirectly = "awarded_directly";
    internal const string AwardedSpecialProgramme = "awarded_special_programme";
    internal const string AwardedCivilService = "awarded_civil_service";
    internal const string TestThreshold = "test_threshold";
    internal const string TestPassed = "test_passed";
    internal const string TestFailed = "test_failed";
    internal const string TestNotTaken = "test_not_taken";
    internal const string TestTooOld = "test_too_old";
    internal const string TestAnnulled = "test_annulled";
    internal const string NoTestLongExperience = "no_test_long_experience";
    internal const string NoTestLegacy = "no_test_legacy";
    internal const string NoTestRepeated = "no_test_repeated";
    internal const string RepeatedUsedUp = "repeated_used_up";
    internal const string NoTestLanguage = "no_test_language";
    internal const string LanguageNotEnough = "language_not_enough";
    internal const string NoTestPensioner = "no_test_pensioner";
    internal const string SheetMet = "sheet_met";
    internal const string SheetTotalShort = "sheet_total_short";
    internal const string SheetCriteriaMissing = "sheet_criteria_missing";
    internal const string TestCaps = "test_caps";
    internal const string CurrentKept = "current_kept";
    internal const string EarlyFailureKeeps = "early_failure_keeps";
    internal const string CommissionLevel = "commission_level";
    internal const string Term = "term";
    internal const string FalseDataBars = "false_data_bars";
    internal const string FalseDataLowered = "false_data_lowered";
    internal const string ViolationRepeated = "violation_repeated";
}
