using TeacherCpd.Domain.Attestation;
using static TeacherCpd.Domain.Tests.Attestation.Candidate;

namespace TeacherCpd.Domain.Tests.Attestation;

public sealed class SanctionAndCommissionTests
{
    // Paragraph 62: five years, heads three.
    [Theory]
    [InlineData(Ladder.Teacher, "expert", "expert", "2021-02-11", "teacher")]
    [InlineData(Ladder.Teacher, "expert", "expert", "2021-02-10", null)]
    [InlineData(Ladder.Methodist, "expert", "expert", "2021-02-11", "teacher")]
    [InlineData(Ladder.Deputy, "deputy_cat2", "deputy_cat1", "2021-02-11", "deputy")]
    [InlineData(Ladder.Head, "head_cat2", "head_cat1", "2023-02-11", "head")]
    [InlineData(Ladder.Head, "head_cat2", "head_cat1", "2023-02-10", null)]
    [InlineData(Ladder.Teacher, "expert", "expert", "2026-02-11", null)]
    public void FalseData_BarsForYears(Ladder ladder, string holds, string claims, string found, string? left)
    {
        var answer = (Leader(ladder, holds, claims) with { FalseDataOn = Day(found) }).Answer();

        Assert.Equal(left is null, answer.MayApply);
        Assert.Equal(left ?? claims, answer.HighestPossible);
        Assert.Equal(left is not null, answer.Says("false_data_bars", "62"));
    }

    [Fact]
    public void FalseData_StopsADirectAwardToo() => Assert.Null(
        (Teacher(null, "moderator") with { Facts = ["phd"], FalseDataOn = Day("2025-01-01") }).Answer().Awarded);

    // Paragraph 46.
    [Theory]
    [InlineData(Ladder.Teacher, "master", 1, "researcher")]
    [InlineData(Ladder.Teacher, "moderator", 1, "teacher")]
    [InlineData(Ladder.Teacher, "teacher", 1, "teacher")]
    [InlineData(Ladder.Teacher, "highest", 1, "first")]
    [InlineData(Ladder.Teacher, "second", 1, "teacher")]
    [InlineData(Ladder.Deputy, "deputy_cat3", 1, "deputy")]
    [InlineData(Ladder.Head, "head_cat1", 1, "head_cat2")]
    [InlineData(Ladder.Teacher, "master", 2, "teacher")]
    [InlineData(Ladder.Teacher, "master", 3, "teacher")]
    [InlineData(Ladder.Deputy, "deputy_cat1", 2, "deputy")]
    [InlineData(Ladder.Head, "head_cat1", 2, "head")]
    public void AViolationOfTheTest_LowersTheCategory(Ladder ladder, string holds, int violations, string left)
    {
        var claims = ladder switch { Ladder.Head => "head_cat1", Ladder.Deputy => "deputy_cat1", _ => "expert" };
        var answer = (Leader(ladder, holds, claims) with { TestViolations = violations }).Answer();

        Assert.False(answer.MayApply);
        Assert.False(answer.TestPassed);
        Assert.True(answer.Says("test_annulled", "47"));
        Assert.Equal(left, answer.HighestPossible);
        Assert.True(answer.Says(violations == 1 ? "violation_lowers" : "violation_repeated", "46"));
    }

    [Theory]
    [InlineData(Ladder.Teacher, "expert", "expert", "moderator")]
    [InlineData(Ladder.Head, "head_cat3", "head_cat2", "head")]
    public void ALateApplication_LowersTheCategory(Ladder ladder, string holds, string claims, string left)
    {
        var answer = (Leader(ladder, holds, claims) with { Facts = ["lateApplication"] }).Answer();

        Assert.False(answer.MayApply);
        Assert.Equal(left, answer.HighestPossible);
        Assert.True(answer.Says("late_application_lowers", "46"));
    }

    // Paragraph 19.
    [Theory]
    [InlineData(Ladder.Teacher, "moderator", CommissionLevel.District, CommissionLevel.Organisation)]
    [InlineData(Ladder.Teacher, "moderator", CommissionLevel.Ministry, CommissionLevel.Organisation)]
    [InlineData(Ladder.Teacher, "expert", CommissionLevel.District, CommissionLevel.District)]
    [InlineData(Ladder.Teacher, "expert", CommissionLevel.Region, CommissionLevel.Region)]
    [InlineData(Ladder.Teacher, "expert", CommissionLevel.Ministry, CommissionLevel.Ministry)]
    [InlineData(Ladder.Teacher, "researcher", CommissionLevel.District, CommissionLevel.Region)]
    [InlineData(Ladder.Teacher, "researcher", CommissionLevel.Region, CommissionLevel.Region)]
    [InlineData(Ladder.Teacher, "researcher", CommissionLevel.Ministry, CommissionLevel.Ministry)]
    [InlineData(Ladder.Teacher, "master", CommissionLevel.District, CommissionLevel.Ministry)]
    [InlineData(Ladder.Head, "head_cat3", CommissionLevel.District, CommissionLevel.District)]
    [InlineData(Ladder.Head, "head_cat2", CommissionLevel.Region, CommissionLevel.Region)]
    [InlineData(Ladder.Head, "head_cat1", CommissionLevel.District, CommissionLevel.Region)]
    [InlineData(Ladder.Head, "head_cat1", CommissionLevel.Ministry, CommissionLevel.Ministry)]
    [InlineData(Ladder.Deputy, "deputy_cat3", CommissionLevel.Ministry, CommissionLevel.Ministry)]
    [InlineData(Ladder.Deputy, "deputy_cat2", CommissionLevel.District, CommissionLevel.District)]
    [InlineData(Ladder.Deputy, "deputy_cat1", CommissionLevel.District, CommissionLevel.Region)]
    public void EachCategory_HasItsCommission(Ladder ladder, string claims, CommissionLevel subordinateTo, CommissionLevel level)
    {
        var answer = (Leader(ladder, null, claims) with { SubordinateTo = subordinateTo }).Answer();

        Assert.Equal(level, answer.CommissionLevel);
        Assert.True(answer.Says("commission_level", "19"));
    }

    // Paragraph 26.
    [Theory]
    [InlineData(Ladder.Teacher, "expert", 5)]
    [InlineData(Ladder.Methodist, "expert", 5)]
    [InlineData(Ladder.Deputy, "deputy_cat3", 5)]
    [InlineData(Ladder.Head, "head_cat3", 3)]
    public void TheTerm_GoesByTheLadder(Ladder ladder, string claims, int years) =>
        Assert.Equal(years, Leader(ladder, null, claims).Answer().ValidYears);
}
