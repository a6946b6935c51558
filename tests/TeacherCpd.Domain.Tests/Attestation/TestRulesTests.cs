using TeacherCpd.Domain.Attestation;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class TestRulesTests
{
    // Paragraph 39, on both sides of each threshold.
    [Theory]
    [InlineData(Ladder.Teacher, null, "teacher", 50, "39(1)")]
    [InlineData(Ladder.Teacher, "teacher", "moderator", 60, "39(1)")]
    [InlineData(Ladder.Teacher, "moderator", "expert", 70, "39(1)")]
    [InlineData(Ladder.Teacher, "expert", "researcher", 80, "39(1)")]
    [InlineData(Ladder.Teacher, "researcher", "master", 90, "39(1)")]
    [InlineData(Ladder.Methodist, "teacher", "moderator", 60, "39(3)")]
    [InlineData(Ladder.Methodist, "moderator", "expert", 70, "39(3)")]
    [InlineData(Ladder.Methodist, "expert", "researcher", 80, "39(3)")]
    [InlineData(Ladder.Methodist, "researcher", "master", 90, "39(3)")]
    [InlineData(Ladder.Head, null, "head_cat3", 70, "39(2)")]
    [InlineData(Ladder.Head, "head_cat3", "head_cat2", 70, "39(2)")]
    [InlineData(Ladder.Head, "head_cat2", "head_cat1", 70, "39(2)")]
    [InlineData(Ladder.Deputy, null, "deputy_cat3", 70, "39(2)")]
    [InlineData(Ladder.Deputy, "deputy_cat3", "deputy_cat2", 70, "39(2)")]
    [InlineData(Ladder.Deputy, "deputy_cat2", "deputy_cat1", 70, "39(2)")]
    public void EachCategory_HasItsThreshold(Ladder ladder, string? holds, string claims, int threshold, string paragraph)
    {
        var question = Leader(ladder, holds, claims);
        var reached = (question with { Test = new KnowledgeTest(threshold, Today) }).Answer();
        var missed = (question with { Test = new KnowledgeTest(threshold - 0.5m, Today) }).Answer();

        Assert.Equal(threshold, reached.TestThresholdPercent);
        Assert.True(reached.TestPassed);
        Assert.True(reached.Says("test_passed", paragraph));
        Assert.Equal(claims, reached.HighestPossible);
        Assert.False(missed.TestPassed);
        Assert.True(missed.Says("test_failed", paragraph));
        Assert.NotEqual(claims, missed.HighestPossible);
    }

    // Paragraph 53: valid for a year from the day of the test.
    [Theory]
    [InlineData("2025-02-10", true, "expert")]
    [InlineData("2025-02-09", false, "moderator")]
    public void AResult_IsValidForAYear(string on, bool passed, string highest)
    {
        var answer = (Teacher("moderator", "expert") with { Test = new KnowledgeTest(90, Day(on)) }).Answer();

        Assert.Equal(passed, answer.TestPassed);
        Assert.Equal(highest, answer.HighestPossible);
        Assert.Equal(!passed, answer.Says("test_too_old", "53"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-02-11")]
    public void ATestThatIsStillToCome_IsNeitherPassedNorFailed(string? on)
    {
        var answer = (Teacher("moderator", "expert") with { Test = on is null ? null : new KnowledgeTest(90, Day(on)) }).Answer();

        Assert.True(answer.TestRequired);
        Assert.Null(answer.TestPassed);
        Assert.Equal("moderator", answer.HighestPossible);
    }

    // Paragraph 24, part 3: the sheet fits, the test caps.
    [Theory]
    [InlineData("researcher", "master", 89, "researcher")]
    [InlineData("researcher", "master", 79, "expert")]
    [InlineData("researcher", "master", 69, "moderator")]
    [InlineData("expert", "expert", 69, "moderator")]
    [InlineData("moderator", "expert", 69, "moderator")]
    [InlineData("moderator", "expert", 59, "teacher")]
    [InlineData("moderator", "expert", 12, "teacher")]
    public void TheTest_CapsTheCategory(string holds, string claims, int percent, string highest)
    {
        var answer = (Teacher(holds, claims) with { Test = new KnowledgeTest(percent, Today), ExperienceYears = 12 }).Answer();

        Assert.Equal(highest, answer.HighestPossible);
        Assert.True(answer.Says("test_caps", "24"));
    }

    [Fact]
    public void NothingIsBelowTheLowestCategory()
    {
        var answer = (Teacher("teacher", "teacher") with { Test = new KnowledgeTest(40, Today) }).Answer();

        Assert.Equal("teacher", answer.HighestPossible);
        Assert.True(answer.Says("current_kept", "24"));
    }

    // Paragraph 24, part 4.
    [Fact]
    public void AFailedEarlyAttempt_CostsNothing()
    {
        var answer = (Teacher("moderator", "expert") with
        {
            Early = true,
            EarlyConditionsMet = 5,
            Test = new KnowledgeTest(40, Today),
        }).Answer();

        Assert.Equal("moderator", answer.HighestPossible);
        Assert.True(answer.Says("early_failure_keeps", "24"));
    }

    // One threshold for all categories of heads and deputies names no lower one.
    [Theory]
    [InlineData(Ladder.Head, "head_cat3", "head_cat2", "head_cat3")]
    [InlineData(Ladder.Deputy, "deputy_cat2", "deputy_cat2", "deputy_cat2")]
    [InlineData(Ladder.Head, null, "head_cat3", null)]
    public void AFailedTestOfHeadsAndDeputies_LeavesThePresentCategory(Ladder ladder, string? holds, string claims, string? highest) =>
        Assert.Equal(highest, (Leader(ladder, holds, claims) with { Test = new KnowledgeTest(69, Today) }).Answer().HighestPossible);

    // Paragraph 57(1).
    [Theory]
    [InlineData("moderator", "moderator", 30.0, false)]
    [InlineData("moderator", "moderator", 29.9, true)]
    [InlineData("moderator", "expert", 34.0, true)]
    public void ThirtyYears_ConfirmWithoutTheTest(string holds, string claims, double years, bool test)
    {
        var answer = (Teacher(holds, claims) with { ExperienceYears = (decimal)years, Test = null }).Answer();

        Assert.Equal(test, answer.TestRequired);
        Assert.Equal(!test, answer.Says("no_test_long_experience", "57(1)"));
        Assert.Equal(holds, answer.HighestPossible);
    }

    [Fact]
    public void ThirtyYears_ConfirmHeadsToo() =>
        Assert.False((Leader(Ladder.Head, "head_cat2", "head_cat2") with { ExperienceYears = 31 }).Answer().TestRequired);

    // Paragraph 57(2).
    [Theory]
    [InlineData("first", "moderator", false)]
    [InlineData("highest", "moderator", false)]
    [InlineData("second", "moderator", true)]
    [InlineData("highest", "expert", true)]
    public void HoldersOfOldHigherCategories_BecomeModeratorsWithoutTheTest(string holds, string claims, bool test) => Assert.Equal(
        test, (Teacher(null, claims) with { Current = Holding(holds, "2016-06-25") }).Answer().TestRequired);

    // Paragraph 57(3).
    [Theory]
    [InlineData("researcher", 0, false)]
    [InlineData("researcher", 1, false)]
    [InlineData("researcher", 2, true)]
    [InlineData("master", 1, false)]
    [InlineData("master", 2, true)]
    [InlineData("expert", 0, true)]
    public void ResearcherAndMaster_AreConfirmedTwiceInARowWithoutTheTest(string category, int already, bool test)
    {
        var answer = (Teacher(null, category) with { Current = Holding(category, "2021-06-25", already) }).Answer();

        Assert.Equal(test, answer.TestRequired);
        Assert.Equal(category != "expert" && test, answer.Says("repeated_used_up", "57(3)"));
    }

    // Paragraph 55.
    [Theory]
    [InlineData("teacher", "moderator", LanguageExam.Ielts, 6.5, null, false)]
    [InlineData("teacher", "moderator", LanguageExam.Ielts, 6.0, null, true)]
    [InlineData("moderator", "expert", LanguageExam.Ielts, 6.5, null, false)]
    [InlineData("expert", "researcher", LanguageExam.Ielts, 6.5, null, true)]
    [InlineData("expert", "researcher", LanguageExam.Ielts, 7.0, null, false)]
    [InlineData("researcher", "master", LanguageExam.Ielts, 7.0, null, true)]
    [InlineData("researcher", "master", LanguageExam.Ielts, 7.5, null, false)]
    [InlineData("teacher", "moderator", LanguageExam.Toefl, 78.0, null, true)]
    [InlineData("teacher", "moderator", LanguageExam.Toefl, 79.0, null, false)]
    [InlineData("moderator", "expert", LanguageExam.Toefl, 84.0, null, true)]
    [InlineData("moderator", "expert", LanguageExam.Toefl, 85.0, null, false)]
    [InlineData("expert", "researcher", LanguageExam.Toefl, 93.0, null, true)]
    [InlineData("expert", "researcher", LanguageExam.Toefl, 94.0, null, false)]
    [InlineData("researcher", "master", LanguageExam.Toefl, 101.0, null, true)]
    [InlineData("researcher", "master", LanguageExam.Toefl, 115.0, null, false)]
    [InlineData("moderator", "expert", LanguageExam.Delf, null, "B1", true)]
    [InlineData("moderator", "expert", LanguageExam.Delf, null, "B2", false)]
    [InlineData("expert", "researcher", LanguageExam.Goethe, null, "B2", true)]
    [InlineData("expert", "researcher", LanguageExam.Goethe, null, "C1", false)]
    [InlineData("researcher", "master", LanguageExam.Goethe, null, "C2", false)]
    // Paragraph 56: other languages, up to expert.
    [InlineData("teacher", "moderator", LanguageExam.Cefr, null, "B2", false)]
    [InlineData("moderator", "expert", LanguageExam.Cefr, null, "B2", true)]
    [InlineData("moderator", "expert", LanguageExam.Cefr, null, "C1", false)]
    [InlineData("moderator", "expert", LanguageExam.Cefr, null, "C2", false)]
    [InlineData("expert", "researcher", LanguageExam.Cefr, null, "C2", true)]
    public void ALanguageCertificate_StandsInForTheTest(
        string holds, string claims, LanguageExam exam, double? score, string? level, bool test)
    {
        var answer = (Teacher(holds, claims) with
        {
            Test = null,
            LanguageCertificate = new LanguageCertificate(exam, (decimal?)score, level),
        }).Answer();

        Assert.Equal(test, answer.TestRequired);
        Assert.Equal(test ? holds : claims, answer.HighestPossible);
        Assert.True(answer.Says(test ? "language_not_enough" : "no_test_language", exam == LanguageExam.Cefr ? "56" : "55"));
    }

    [Fact]
    public void ALanguageCertificate_IsForTeachersOnly() => Assert.True((Leader(Ladder.Methodist, "moderator", "expert") with
    {
        LanguageCertificate = new LanguageCertificate(LanguageExam.Ielts, 9, null),
    }).Answer().TestRequired);

    // Paragraph 30, part 2.
    [Theory]
    [InlineData("expert", "expert", false)]
    [InlineData("expert", "researcher", true)]
    public void AWorkingPensioner_ConfirmsWithoutTheTest(string holds, string claims, bool test) =>
        Assert.Equal(test, (Teacher(holds, claims) with { WorkingPensioner = true }).Answer().TestRequired);
}
