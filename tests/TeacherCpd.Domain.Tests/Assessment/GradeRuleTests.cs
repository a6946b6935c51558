using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Domain.Tests.Assessment;

public sealed class GradeRuleTests
{
    private static readonly Gen<(List<Grade> Levels, GradeRule Rule)> Sheets =
        from levels in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<Grade>()))
        from weights in Gen.ListOf(Gen.Choose(1, GradeRule.MostWeight), levels.Count)
        from decisive in Gen.ListOf(Gen.Elements(true, false), levels.Count)
        from unsatisfactory in Gen.Choose(0, GradeRule.MostPercent)
        from good in Gen.Choose(0, GradeRule.MostPercent)
        select ((List<Grade>)[.. levels], new GradeRule(
            [.. weights.Zip(decisive, (weight, isDecisive) => new CriterionRule(Guid.CreateVersion7(), weight, isDecisive))], unsatisfactory, good));

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
    public void WithoutATable_TheGradeFollowsFromTheLevelsAlone(string levels, Grade grade) => Assert.Equal(grade, Plain(Levels(levels)));

    // the weights are 3, 1, 1: the first criterion is three fifths of all
    [Theory]
    [InlineData("gss", 0, 50, Grade.Good)]
    [InlineData("sgg", 0, 50, Grade.Satisfactory)]
    [InlineData("sgg", 0, 39, Grade.Good)]
    [InlineData("sgg", 0, 40, Grade.Satisfactory)]
    [InlineData("gug", 0, 50, Grade.Unsatisfactory)]
    [InlineData("gug", 20, 50, Grade.Good)]
    [InlineData("guu", 20, 50, Grade.Unsatisfactory)]
    [InlineData("gsu", 20, 50, Grade.Unsatisfactory)]
    public void ATable_WeighsTheLevels(string levels, int unsatisfactory, int good, Grade grade)
    {
        CriterionRule[] criteria = [Criterion(3), Criterion(1), Criterion(1, isDecisive: true)];
        Assert.Equal(grade, Of(new GradeRule(criteria, unsatisfactory, good), Levels(levels)));
    }

    [Fact]
    public void NoCriterion_OrOneWithoutALevel_IsABug()
    {
        Assert.Throws<ArgumentException>(() => Plain([]));
        Assert.Throws<ArgumentException>(() => GradeRule.Plain([Guid.CreateVersion7()]).Of(new Dictionary<Guid, Grade>()));
    }

    [Theory]
    [InlineData(Grade.Good, true)]
    [InlineData(Grade.Satisfactory, true)]
    [InlineData(Grade.Unsatisfactory, false)]
    public void GoodAndSatisfactory_AreRecommended(Grade grade, bool recommended) =>
        Assert.Equal(recommended, GradeRule.IsRecommended(grade));

    // the rule as it was before rubrics had tables
    [Property]
    public FsCheck.Property WithoutATable_TheGradeIsWhatItAlwaysWas() => Prop.ForAll(Sheets.ToArbitrary(), sheet =>
    {
        var before = sheet.Levels.Contains(Grade.Unsatisfactory) ? Grade.Unsatisfactory
            : sheet.Levels.Count(l => l == Grade.Good) * 2 > sheet.Levels.Count ? Grade.Good
            : Grade.Satisfactory;
        return Plain(sheet.Levels) == before;
    });

    [Property]
    public FsCheck.Property ABetterLevel_NeverLowersTheGrade_AndTheOrderDoesNotMatter() => Prop.ForAll(
        (from sheet in Sheets
         from place in Gen.Choose(0, sheet.Levels.Count - 1)
         select (sheet.Levels, sheet.Rule, Place: place)).ToArbitrary(),
        sheet =>
        {
            var better = sheet.Levels.Select((l, i) => i == sheet.Place && l < Grade.Good ? l + 1 : l).ToList();
            var turned = sheet.Rule with { Criteria = [.. sheet.Rule.Criteria.Reverse()] };
            return Of(sheet.Rule, better) >= Of(sheet.Rule, sheet.Levels)
                && Of(turned, [.. sheet.Levels.AsEnumerable().Reverse()]) == Of(sheet.Rule, sheet.Levels);
        });

    private static CriterionRule Criterion(int weight, bool isDecisive = false) => new(Guid.CreateVersion7(), weight, isDecisive);

    private static Grade Plain(List<Grade> levels) => Of(GradeRule.Plain(levels.Select(_ => Guid.CreateVersion7())), levels);

    private static Grade Of(GradeRule rule, List<Grade> levels) =>
        rule.Of(rule.Criteria.Zip(levels).ToDictionary(c => c.First.CriterionId, c => c.Second));

    private static List<Grade> Levels(string letters) =>
        [.. letters.Select(l => l switch { 'g' => Grade.Good, 's' => Grade.Satisfactory, _ => Grade.Unsatisfactory })];
}
