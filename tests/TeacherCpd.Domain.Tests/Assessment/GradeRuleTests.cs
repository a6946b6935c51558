using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Domain.Tests.Assessment;

public sealed class GradeRuleTests
{
    // g good, s satisfactory, u unsatisfactory
    [Theory]
    [InlineData("u", Grade.Unsatisfactory)]
    [InlineData("s", Grade.Satisfactory)]
    [InlineData("g", Grade.Good)]
    [InlineData("ggggu", Grade.Unsatisfactory)]
    [InlineData("gs", Grade.Satisfactory)]
    [InlineData("ggs", Grade.Good)]
    [InlineData("ggss", Grade.Satisfactory)]
    [InlineData("gggss", Grade.Good)]
    [InlineData("ggsss", Grade.Satisfactory)]
    public void TheGrade_FollowsFromTheLevels(string levels, Grade grade) => Assert.Equal(grade, GradeRule.Of(Levels(levels)));

    [Fact]
    public void NoLevel_IsABug() => Assert.Throws<ArgumentException>(() => GradeRule.Of([]));

    [Theory]
    [InlineData(Grade.Good, true)]
    [InlineData(Grade.Satisfactory, true)]
    [InlineData(Grade.Unsatisfactory, false)]
    public void GoodAndSatisfactory_AreRecommended(Grade grade, bool recommended) =>
        Assert.Equal(recommended, GradeRule.IsRecommended(grade));

    [Property]
    public FsCheck.Property ABetterLevel_NeverLowersTheGrade_AndTheOrderDoesNotMatter() => Prop.ForAll(
        (from levels in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<Grade>()))
         from place in Gen.Choose(0, levels.Count - 1)
         select (Levels: levels, Place: place)).ToArbitrary(),
        sheet =>
        {
            var better = sheet.Levels.Select((l, i) => i == sheet.Place && l < Grade.Good ? l + 1 : l).ToList();
            return GradeRule.Of(better) >= GradeRule.Of([.. sheet.Levels])
                && GradeRule.Of([.. sheet.Levels.AsEnumerable().Reverse()]) == GradeRule.Of([.. sheet.Levels]);
        });

    private static List<Grade> Levels(string letters) =>
        [.. letters.Select(l => l switch { 'g' => Grade.Good, 's' => Grade.Satisfactory, _ => Grade.Unsatisfactory })];
}
