using TeacherCpd.Domain.Monitoring;

namespace TeacherCpd.Domain.Tests.Monitoring;

public sealed class LearnerFiguresTests
{
    [Theory]
    [InlineData(24, 11, 23, 16, true)]
    [InlineData(5, 1, 5, 2, true)]
    [InlineData(4, 1, 5, 2, false)] // too few before
    [InlineData(5, 1, 4, 2, false)] // too few after
    [InlineData(10, 5, 20, 10, false)] // the same share
    [InlineData(10, 5, 20, 11, true)]
    [InlineData(10, 5, 20, 9, false)]
    [InlineData(60, 20, 59, 20, true)] // 33.33 and 33.90 per cent: compared exactly
    [InlineData(0, 0, 20, 10, false)]
    public void Enough_learners_and_a_larger_share_show_an_effect(int before, int goodBefore, int after, int goodAfter, bool shows) =>
        Assert.Equal(shows, new LearnerFigures(before, goodBefore, after, goodAfter).ShowEffect);

    [Theory]
    [InlineData(1, 0, 1, 1, true)]
    [InlineData(60, 60, 60, 0, true)]
    [InlineData(61, 60, 60, 0, false)]
    [InlineData(60, 60, 61, 0, false)]
    [InlineData(0, 0, 1, 1, false)]
    [InlineData(1, 1, 0, 0, false)]
    [InlineData(5, 6, 5, 5, false)]
    [InlineData(5, 5, 5, 6, false)]
    [InlineData(5, -1, 5, 5, false)]
    [InlineData(5, 5, 5, -1, false)]
    public void No_learner_is_counted_twice(int before, int goodBefore, int after, int goodAfter, bool possible) =>
        Assert.Equal(possible, new LearnerFigures(before, goodBefore, after, goodAfter).ArePossible);

    [Fact]
    public void Classes_are_added_by_learners_not_by_percentages()
    {
        // a mean of percentages would rise from 55.0 to 57.5; of all learners fewer reach 4 and 5
        var both = new LearnerFigures(10, 9, 10, 10) + new LearnerFigures(50, 10, 40, 6);

        Assert.Equal(new LearnerFigures(60, 19, 50, 16), both);
        Assert.Equal((31.7m, 32.0m), (both.QualityBefore, both.QualityAfter));
        Assert.True(both.ShowEffect);
        Assert.Equal(both, LearnerFigures.None + both);
        Assert.Null(LearnerFigures.None.QualityBefore);
    }
}
