using TeacherCpd.Domain.Attestation;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class AwardRulesTests
{
    // Paragraph 6.
    [Theory]
    [InlineData(0.9, null, false)]
    [InlineData(1.0, "teacher", true)]
    public void ATrainee_BecomesTeacherAfterAYear(double years, string? awarded, bool may)
    {
        var answer = (Teacher("trainee", "teacher") with { ExperienceYears = (decimal)years }).Answer();

        Assert.Equal(awarded, answer.Awarded);
        Assert.Equal(awarded is null, answer.AttestationRequired);
        Assert.Equal(may, answer.MayApply);
        Assert.Null(answer.CommissionLevel);
    }

    [Theory]
    [InlineData("2025-02-10", "teacher")]
    [InlineData("2025-02-11", null)]
    public void ATraineesYear_CountsFromTheCategory_WhereExperienceIsNotKnown(string since, string? awarded) => Assert.Equal(
        awarded,
        (Teacher(null, "teacher") with { Current = Holding("trainee", since), ExperienceYears = null }).Answer().Awarded);

    // Paragraph 30.
    [Theory]
    [InlineData(4.0, false, "expert")]
    [InlineData(0.0, false, "expert")]
    [InlineData(4.1, false, null)]
    [InlineData(-1.0, false, null)]
    [InlineData(2.0, true, null)]
    public void FourYearsBeforeThePension_TheCategoryIsKept(double years, bool working, string? awarded)
    {
        var answer = (Teacher("expert", "expert") with { YearsToPension = (decimal)years, WorkingPensioner = working }).Answer();

        Assert.Equal(awarded, answer.Awarded);
        Assert.Equal(awarded is null, answer.AttestationRequired);
        Assert.Equal(awarded is not null, answer.Says("kept_before_pension", "30"));
    }

    [Fact]
    public void ALegacyCategory_IsKeptBeforeThePension()
    {
        var answer = (Teacher(null, "first") with { Current = Holding("first", "2016-06-25"), YearsToPension = 3 }).Answer();

        Assert.Equal("first", answer.Awarded);
        Assert.True(answer.MayApply);
    }

    [Fact]
    public void WhoeverWantsMoreBeforeThePension_IsAttested()
    {
        var answer = (Teacher("expert", "researcher") with { YearsToPension = 2 }).Answer();

        Assert.True(answer.AttestationRequired);
        Assert.Null(answer.Awarded);
        Assert.Equal("researcher", answer.HighestPossible);
    }

    // Paragraph 29, part 1: the term stands still during the leave, so its end does not matter.
    [Theory]
    [InlineData("2024-02-10", "moderator")]
    [InlineData("2024-02-09", null)]
    [InlineData("2026-02-11", null)]
    public void AfterLeave_TheCategoryIsKeptForTwoYears(string returned, string? awarded) => Assert.Equal(
        awarded,
        (Teacher(null, "moderator") with { Current = Holding("moderator", "2019-06-25"), ReturnedOn = Day(returned) }).Answer().Awarded);

    // Paragraph 29, part 2.
    [Theory]
    [InlineData("2024-02-10", "2020-06-25", "moderator")]
    [InlineData("2024-02-09", "2020-06-25", null)]
    [InlineData("2025-06-25", "2020-06-25", "moderator")]
    [InlineData("2025-06-26", "2020-06-25", null)]
    [InlineData("2025-01-10", "2025-06-25", null)]
    public void OnAMove_AValidCategoryIsKeptForTwoYears(string appointed, string granted, string? awarded) => Assert.Equal(
        awarded,
        (Teacher(null, "moderator") with { Current = Holding("moderator", granted), AppointedOn = Day(appointed) }).Answer().Awarded);

    // Paragraph 27: to the end of the term, however long ago the move was; paragraph 29 where less than two years were left.
    [Theory]
    [InlineData("2022-09-01", "2021-02-10", "27")]
    [InlineData("2022-09-01", "2021-02-09", null)]
    [InlineData("2024-03-01", "2020-06-25", "29")]
    [InlineData("2024-02-10", "2021-02-10", "27")]
    public void AfterAMove_TheTermRunsToItsEnd(string appointed, string granted, string? paragraph)
    {
        var answer = (Teacher(null, "expert") with { Current = Holding("expert", granted), AppointedOn = Day(appointed) }).Answer();

        Assert.Equal(paragraph is null ? null : "expert", answer.Awarded);
        Assert.Equal(paragraph is not null, paragraph is not null && answer.Says("kept_on_move", paragraph));
    }

    // Paragraph 36, part 1: a methodist who was head or deputy keeps that category, not its equal among teachers.
    [Theory]
    [InlineData("deputy_cat3", "2021-02-10", "deputy_cat3")]
    [InlineData("deputy_cat3", "2021-02-09", null)]
    [InlineData("head_cat1", "2023-02-10", "head_cat1")]
    [InlineData("head_cat1", "2023-02-09", null)]
    public void ALeaderWhoBecomesMethodist_KeepsTheCategoryToItsEnd(string holds, string granted, string? awarded) => Assert.Equal(
        awarded,
        (Teacher(null, holds) with { Ladder = Ladder.Methodist, Current = Holding(holds, granted), AppointedOn = Day("2023-09-01") }).Answer().Awarded);

    // Paragraph 36, part 1.
    [Theory]
    [InlineData("2023-02-10", "head_cat2")]
    [InlineData("2023-02-09", null)]
    public void AHeadWhoMoves_KeepsTheCategoryToTheEndOfItsTerm(string granted, string? awarded) => Assert.Equal(
        awarded,
        (Leader(Ladder.Head, null, "head_cat2") with { Current = Holding("head_cat2", granted), AppointedOn = Day("2023-09-01") }).Answer().Awarded);

    // Paragraph 36, part 2: to the end of the term, 3 years of a head and 5 of a deputy.
    [Theory]
    [InlineData(Ladder.Deputy, "head_cat3", "2023-02-10", "deputy_cat3")]
    [InlineData(Ladder.Deputy, "head_cat2", "2023-02-10", "deputy_cat2")]
    [InlineData(Ladder.Deputy, "head_cat1", "2023-02-10", "deputy_cat1")]
    [InlineData(Ladder.Deputy, "head_cat1", "2023-02-09", null)]
    [InlineData(Ladder.Head, "deputy_cat1", "2021-02-10", "head_cat1")]
    [InlineData(Ladder.Head, "deputy_cat1", "2021-02-09", null)]
    [InlineData(Ladder.Methodist, "head_cat2", "2023-02-10", "head_cat2")]
    public void BetweenHeadAndDeputy_TheRankIsKept(Ladder ladder, string holds, string granted, string? awarded)
    {
        var claims = awarded ?? (ladder == Ladder.Head ? "head_cat1" : "deputy_cat1");
        var answer = (Leader(Ladder.Head, null, claims) with { Ladder = ladder, Current = Holding(holds, granted) }).Answer();

        Assert.Equal(awarded, answer.Awarded);
        Assert.Equal(awarded is not null, answer.Says("kept_in_other_post", "36"));
    }

    // Paragraph 36, part 3.
    [Theory]
    [InlineData(Ladder.Deputy, "expert", "2024-02-10", "deputy_cat3")]
    [InlineData(Ladder.Deputy, "researcher", "2024-02-10", "deputy_cat2")]
    [InlineData(Ladder.Deputy, "master", "2024-02-10", "deputy_cat1")]
    [InlineData(Ladder.Teacher, "deputy_cat3", "2024-02-10", "expert")]
    [InlineData(Ladder.Teacher, "deputy_cat2", "2024-02-10", "researcher")]
    [InlineData(Ladder.Teacher, "deputy_cat1", "2024-02-10", "master")]
    public void BetweenTeacherAndDeputy_TheRankIsKeptForTwoYears(Ladder ladder, string holds, string appointed, string kept)
    {
        var question = Leader(ladder, null, kept) with { Current = Holding(holds, "2021-06-25"), AppointedOn = Day(appointed) };

        Assert.Equal(kept, question.Answer().Awarded);
        Assert.Null((question with { AppointedOn = Day(appointed).AddDays(-1) }).Answer().Awarded);
        Assert.Null((question with { Current = Holding(holds, "2019-02-09") }).Answer().Awarded);
    }

    [Fact]
    public void WithoutTheDayOfTheAppointment_KeepingIsOpen()
    {
        var answer = (Leader(Ladder.Deputy, null, "deputy_cat3") with { Current = Holding("expert", "2021-06-25") }).Answer();

        Assert.Null(answer.AttestationRequired);
        Assert.Null(answer.Awarded);
        Assert.Null(answer.TestRequired);
        Assert.Null(answer.HighestPossible);
        Assert.True(answer.Says("needs:appointedOn", "36"));
    }

    // Paragraph 28.
    [Theory]
    [InlineData(4.9, "moderator", null, false)]
    [InlineData(5.0, "moderator", "moderator", true)]
    [InlineData(9.9, "moderator", "moderator", true)]
    [InlineData(10.0, "moderator", "expert", true)]
    [InlineData(10.0, "expert", "expert", true)]
    [InlineData(9.9, "expert", "moderator", false)]
    public void YearsInProduction_CountInColleges(double years, string claims, string? awarded, bool may)
    {
        var question = Teacher(null, claims) with { Organisation = EducationType.College, ProductionYears = (decimal)years };
        var answer = question.Answer();

        Assert.Equal(awarded, answer.Awarded);
        Assert.Equal(awarded is null, answer.AttestationRequired);
        Assert.Equal(may, answer.MayApply);
        Assert.Null((question with { Organisation = EducationType.School }).Answer().Awarded);
    }

    [Fact]
    public void YearsInProduction_AreForTeachers() => Assert.Null((Leader(Ladder.Methodist, null, "moderator") with
    {
        Organisation = EducationType.College,
        ProductionYears = 7,
    }).Answer().Awarded);

    [Fact]
    public void YearsInProduction_DoNotLowerACategory()
    {
        var answer = (Teacher("expert", "researcher") with { Organisation = EducationType.College, ProductionYears = 7 }).Answer();

        Assert.True(answer.AttestationRequired);
        Assert.Equal("researcher", answer.HighestPossible);
    }

    // Paragraph 32.
    [Theory]
    [InlineData("presidentialReserve")]
    [InlineData("phd")]
    [InlineData("nazarbayevUniversity")]
    [InlineData("bolashak")]
    [InlineData("celta")]
    [InlineData("delta")]
    [InlineData("fromAuthority")]
    public void SomePeople_BecomeModeratorsDirectly(string fact)
    {
        var answer = (Teacher(null, "moderator") with { Facts = [fact], ExperienceYears = 0, Test = null }).Answer();

        Assert.False(answer.AttestationRequired);
        Assert.Equal("moderator", answer.Awarded);
        Assert.True(answer.MayApply);
        Assert.False(answer.TestRequired);
        Assert.Equal(CommissionLevel.Organisation, answer.CommissionLevel);
        Assert.True(answer.Says("awarded_directly", "32"));
    }

    [Theory]
    [InlineData("moderator", "expert")]
    [InlineData("moderator", "moderator")]
    public void WhoeverIsModeratorAlready_IsAttested(string holds, string claims) =>
        Assert.True((Teacher(holds, claims) with { Facts = ["phd"] }).Answer().AttestationRequired);

    [Fact]
    public void ADirectAward_DoesNotStopAHigherClaimThatIsOpen()
    {
        var answer = (Teacher(null, "expert") with { Current = Holding("second", "2016-06-25"), Facts = ["phd"] }).Answer();

        Assert.True(answer.AttestationRequired);
        Assert.Equal("expert", answer.HighestPossible);
        Assert.True(answer.Says("awarded_directly", "32"));
    }

    // Paragraph 33.
    [Theory]
    [InlineData(null, "moderator", "specialProgrammeGraduate", "moderator")]
    [InlineData("teacher", "moderator", "specialProgrammeGraduate", "moderator")]
    [InlineData("expert", "researcher", "specialProgrammeHire", "researcher")]
    [InlineData("researcher", "master", "specialProgrammeHire", "master")]
    [InlineData("moderator", "expert", "specialProgrammeHire", null)]
    [InlineData("master", "master", "specialProgrammeHire", null)]
    public void TheSpecialProgramme_LiftsSomeByOne(string? holds, string claims, string fact, string? awarded) =>
        Assert.Equal(awarded, (Teacher(holds, claims) with { Facts = [fact] }).Answer().Awarded);

    // Paragraph 34.
    [Theory]
    [InlineData(Ladder.Head, "head_cat1")]
    [InlineData(Ladder.Deputy, "deputy_cat1")]
    public void LeadersOfChange_GetTheFirstCategory(Ladder ladder, string category)
    {
        var answer = (Leader(ladder, null, category) with { Facts = ["leadersOfChangeReserve"] }).Answer();

        Assert.Equal(category, answer.Awarded);
        Assert.Equal(CommissionLevel.Region, answer.CommissionLevel);
        Assert.True(answer.Says("awarded_directly", "34"));
    }

    [Theory]
    [InlineData(5.0, true, "head_cat1")]
    [InlineData(4.9, true, null)]
    [InlineData(20.0, false, null)]
    public void CivilServants_NeedFiveYearsAndPedagogicalEducation(double years, bool pedagogical, string? awarded)
    {
        var question = Leader(Ladder.Head, null, "head_cat1") with
        {
            Facts = ["fromAuthority"],
            CivilServiceYears = (decimal)years,
            HigherPedagogical = pedagogical,
        };

        Assert.Equal(awarded, question.Answer().Awarded);
    }

    [Fact]
    public void CivilServiceThatIsNotKnown_LeavesTheAwardOpen()
    {
        var answer = (Leader(Ladder.Head, null, "head_cat1") with { Facts = ["fromAuthority"] }).Answer();

        Assert.Null(answer.AttestationRequired);
        Assert.True(answer.Says("needs:civilServiceYears", "34"));
    }

    [Fact]
    public void AHeadOfTheFirstCategory_ConfirmsItByAttestation() => Assert.True(
        (Leader(Ladder.Head, "head_cat1", "head_cat1") with { Facts = ["leadersOfChangeReserve"] }).Answer().AttestationRequired);

    [Fact]
    public void TheReserve_DoesNotConcernTeachers() =>
        Assert.Null((Teacher("moderator", "expert") with { Facts = ["leadersOfChangeReserve"] }).Answer().Awarded);
}
