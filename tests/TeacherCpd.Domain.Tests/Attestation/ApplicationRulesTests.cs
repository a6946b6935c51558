using TeacherCpd.Domain.Attestation;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class ApplicationRulesTests
{
    // Paragraph 5: one step at a time; confirming and asking for less are allowed.
    [Theory]
    [InlineData(null, "teacher", true, "next_step")]
    [InlineData(null, "moderator", false, "starts_at_the_bottom")]
    [InlineData("trainee", "moderator", false, "step_left_out")]
    [InlineData("teacher", "moderator", true, "next_step")]
    [InlineData("teacher", "expert", false, "step_left_out")]
    [InlineData("moderator", "moderator", true, "confirmation")]
    [InlineData("moderator", "expert", true, "next_step")]
    [InlineData("moderator", "researcher", false, "step_left_out")]
    [InlineData("expert", "researcher", true, "next_step")]
    [InlineData("expert", "master", false, "step_left_out")]
    [InlineData("researcher", "master", true, "next_step")]
    [InlineData("master", "master", true, "confirmation")]
    [InlineData("master", "expert", true, "below_current")]
    public void TeachersClimbInSequence(string? holds, string claims, bool may, string code)
    {
        var answer = Teacher(holds, claims).Answer();

        Assert.Equal(may, answer.MayApply);
        Assert.True(answer.Says(code, "5"));
    }

    // Paragraphs 10 and 57(2).
    [Theory]
    [InlineData("second", "moderator", true, "10")]
    [InlineData("second", "expert", true, "10")]
    [InlineData("second", "researcher", false, "10")]
    [InlineData("first", "moderator", true, "57(2)")]
    [InlineData("first", "expert", true, "10")]
    [InlineData("first", "researcher", true, "10")]
    [InlineData("first", "master", false, "10")]
    [InlineData("highest", "moderator", true, "57(2)")]
    [InlineData("highest", "expert", true, "10")]
    [InlineData("highest", "researcher", true, "10")]
    [InlineData("highest", "master", true, "10")]
    [InlineData("highest", "teacher", false, "10")]
    public void HoldersOfOldCategories_ChooseAmongSeveral(string holds, string claims, bool may, string paragraph)
    {
        var answer = (Teacher(null, claims) with { Current = Holding(holds, "2016-06-25") }).Answer();

        Assert.Equal(may, answer.MayApply);
        Assert.True(answer.Says(may ? "legacy_claim" : "legacy_claim_refused", paragraph));
    }

    // Paragraph 12: free at the first attestation, in sequence after it; paragraph 36 carries head to deputy.
    [Theory]
    [InlineData(Ladder.Head, null, "head_cat1", true)]
    [InlineData(Ladder.Head, "expert", "head_cat1", true)]
    [InlineData(Ladder.Head, "head", "head_cat3", true)]
    [InlineData(Ladder.Head, "head", "head_cat2", false)]
    [InlineData(Ladder.Head, "head_cat3", "head_cat2", true)]
    [InlineData(Ladder.Head, "head_cat3", "head_cat1", false)]
    [InlineData(Ladder.Head, "head_cat1", "head_cat1", true)]
    [InlineData(Ladder.Head, "deputy_cat3", "head_cat1", false)]
    [InlineData(Ladder.Head, "deputy_cat3", "head_cat2", true)]
    [InlineData(Ladder.Deputy, null, "deputy_cat2", true)]
    [InlineData(Ladder.Deputy, "expert", "deputy_cat1", true)]
    [InlineData(Ladder.Deputy, "deputy_cat3", "deputy_cat1", false)]
    [InlineData(Ladder.Deputy, "head_cat3", "deputy_cat2", true)]
    [InlineData(Ladder.Deputy, "head_cat3", "deputy_cat1", false)]
    public void HeadsAndDeputies_AreFreeOnce(Ladder ladder, string? holds, string claims, bool may)
    {
        var answer = Leader(ladder, holds, claims).Answer();

        Assert.Equal(may, answer.MayApply);
        Assert.Contains(answer.Reasons, r => r.Paragraph == "12");
    }

    // Paragraph 35.
    [Theory]
    [InlineData("head_organizer", "head_cat2", true)]
    [InlineData("head_organizer", "head_cat1", false)]
    [InlineData("head_manager", "head_cat1", true)]
    [InlineData("head_leader", "head_cat1", true)]
    public void OldNamesOfHeads_EqualTheNewOnes(string holds, string claims, bool may)
    {
        var answer = Leader(Ladder.Head, holds, claims).Answer();

        Assert.Equal(may, answer.MayApply);
        Assert.True(answer.Says("legacy_head_equals", "35"));
    }

    [Theory]
    [InlineData(Ladder.Teacher, "head_cat3")]
    [InlineData(Ladder.Teacher, "trainee")]
    [InlineData(Ladder.Teacher, "guru")]
    [InlineData(Ladder.Head, "deputy_cat3")]
    [InlineData(Ladder.Head, "head")]
    [InlineData(Ladder.Deputy, "expert")]
    public void ACategoryOfAnotherLadder_CannotBeClaimed(Ladder ladder, string claims)
    {
        var answer = (Teacher("moderator", claims) with { Ladder = ladder }).Answer();

        Assert.False(answer.MayApply);
        Assert.True(answer.Says("not_on_ladder", "5"));
        Assert.Null(answer.SheetThreshold);
        Assert.Null(answer.TestRequired);
        Assert.Null(answer.CommissionLevel);
        Assert.Equal("moderator", answer.HighestPossible);
    }

    // Paragraph 6, part 3.
    [Theory]
    [InlineData(Ladder.Head, "expert", true)]
    [InlineData(Ladder.Deputy, "expert", true)]
    [InlineData(Ladder.Head, "head_cat3", false)]
    public void LeadersOfAStructuralUnit_AreAttestedAsMethodists(Ladder ladder, string claims, bool may)
    {
        var answer = (Teacher("moderator", claims) with
        {
            Ladder = ladder,
            Organisation = EducationType.MethodOffice,
            Kind = EducationKind.StructuralUnit,
        }).Answer();

        Assert.Equal(may, answer.MayApply);
        Assert.True(answer.Says("structural_unit", "6"));
        Assert.Equal(5, answer.ValidYears);
        Assert.Equal(may ? 13 : null, answer.SheetThreshold);
    }

    // Paragraph 5 for teacher and moderator; the characteristics of positions for the others.
    [Theory]
    [InlineData(null, "teacher", 0.9, false)]
    [InlineData(null, "teacher", 1, true)]
    [InlineData("teacher", "moderator", 1.9, false)]
    [InlineData("teacher", "moderator", 2, true)]
    [InlineData("moderator", "expert", 2.9, false)]
    [InlineData("moderator", "expert", 3, true)]
    [InlineData("expert", "researcher", 3.9, false)]
    [InlineData("expert", "researcher", 4, true)]
    [InlineData("researcher", "master", 4.9, false)]
    [InlineData("researcher", "master", 5, true)]
    [InlineData("moderator", "moderator", 0, true)]
    public void ARise_NeedsExperience(string? holds, string claims, double years, bool may) =>
        Assert.Equal(may, (Teacher(holds, claims) with { ExperienceYears = (decimal)years }).Answer().MayApply);

    [Fact]
    public void ExperienceThatIsNotKnown_FollowsFromACategoryHeldForLong()
    {
        Assert.True((Teacher("moderator", "expert") with { ExperienceYears = null }).Answer().MayApply);
        Assert.True((Teacher(null, "expert") with { ExperienceYears = null, Current = Holding("first", "2016-06-25") }).Answer().MayApply);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2025-06-25")]
    public void ExperienceThatIsNotKnown_LeavesTheAnswerOpen(string? teacherSince)
    {
        var question = Teacher(null, teacherSince is null ? "teacher" : "moderator") with
        {
            ExperienceYears = null,
            Current = teacherSince is null ? null : Holding("teacher", teacherSince),
            LastAttestedOn = Day("2025-06-25"),
        };
        var answer = question.Answer();

        Assert.Null(answer.MayApply);
        Assert.Null(answer.HighestPossible);
        Assert.True(answer.Says("needs:experienceYears", "5"));
    }

    [Fact]
    public void WhatIsNotKnown_DoesNotMatter_WhereTheOutcomeIsTheSameAnyway()
    {
        var answer = (Teacher("teacher", "moderator") with
        {
            ExperienceYears = null,
            Current = Holding("teacher", "2025-06-25"),
            Points = new Dictionary<string, decimal>(),
        }).Answer();

        Assert.Null(answer.MayApply);
        Assert.Equal("teacher", answer.HighestPossible);
    }

    // Appendix 1, item 10; the school year begins on 1 September.
    [Theory]
    [InlineData("2025-08-31", true)]
    [InlineData("2025-09-01", false)]
    [InlineData("2026-02-10", false)]
    public void AttestationIsOnceInASchoolYear(string last, bool may)
    {
        Assert.Equal(may, (Teacher("moderator", "moderator") with { LastAttestedOn = Day(last) }).Answer().MayApply);
        Assert.Equal(may, (Teacher("moderator", "moderator") with { Current = Holding("moderator", last) }).Answer().MayApply);
    }

    // Paragraph 63: conditions.
    [Theory]
    [InlineData("moderator", "expert", 3, false)]
    [InlineData("moderator", "expert", 4, true)]
    [InlineData("expert", "researcher", 4, false)]
    [InlineData("expert", "researcher", 5, true)]
    [InlineData("researcher", "master", 5, false)]
    [InlineData("researcher", "master", 6, true)]
    public void AnEarlyAward_NeedsItsConditions(string holds, string claims, int met, bool may)
    {
        var answer = (Teacher(holds, claims) with { Early = true, EarlyConditionsMet = met }).Answer();

        Assert.Equal(may, answer.MayApply);
        Assert.True(answer.Says(may ? "early_conditions_met" : "early_conditions_short", "63"));
    }

    [Theory]
    [InlineData("2024-02-10", true)]
    [InlineData("2024-02-11", false)]
    public void AnEarlyAward_ComesTwoYearsAfterTheLastAttestation(string last, bool may) => Assert.Equal(
        may,
        (Teacher("moderator", "expert") with { Early = true, EarlyConditionsMet = 9, LastAttestedOn = Day(last) }).Answer().MayApply);

    [Theory]
    [InlineData("teacher", "moderator")]
    [InlineData("expert", "expert")]
    public void NoEarlyAward_IsProvidedForModeratorsAndConfirmations(string holds, string claims) =>
        Assert.False((Teacher(holds, claims) with { Early = true, EarlyConditionsMet = 9 }).Answer().MayApply);

    // Paragraph 64.
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void AnEarlyAwardOfHeads_NeedsTheResultsHeldForTwoYears(int met, bool may)
    {
        var answer = (Leader(Ladder.Head, "head_cat3", "head_cat2") with { Early = true, EarlyConditionsMet = met }).Answer();

        Assert.Equal(may, answer.MayApply);
        Assert.Contains(answer.Reasons, r => r.Paragraph == "64");
    }

    [Fact]
    public void AnEarlyAward_AsksForWhatItNeedsToKnow()
    {
        var conditions = (Teacher("moderator", "expert") with { Early = true }).Answer();
        var last = (Teacher("moderator", "expert") with
        {
            Early = true,
            EarlyConditionsMet = 9,
            Current = new HeldCategory("moderator", null),
        }).Answer();

        Assert.Null(conditions.MayApply);
        Assert.True(conditions.Says("needs:earlyConditionsMet", "63"));
        Assert.Null(last.MayApply);
        Assert.True(last.Says("needs:lastAttestedOn", "63"));
    }

    [Fact]
    public void OneRefusal_OutweighsWhatIsNotKnown() =>
        Assert.False((Teacher("teacher", "master") with { ExperienceYears = null, Early = true }).Answer().MayApply);

    // Paragraph 63: nobody rises sooner than two years after an attestation, early or not.
    [Theory]
    [InlineData("moderator", "expert", "2024-02-10", true)]
    [InlineData("moderator", "expert", "2024-02-11", false)]
    [InlineData("expert", "researcher", "2024-02-11", false)]
    [InlineData("expert", "expert", "2024-02-11", true)]
    [InlineData("teacher", "moderator", "2024-02-11", true)]
    public void TheNextCategory_IsClaimedTwoYearsAfterTheLastAttestation(string holds, string claims, string granted, bool may)
    {
        var answer = (Teacher(null, claims) with { Current = Holding(holds, granted) }).Answer();

        Assert.Equal(may, answer.MayApply);
        Assert.Equal(!may, answer.Says("next_too_soon", "63"));
    }
}
