using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Domain.Tests.Studies;

/// <summary>Sheets are counted; means and medians follow.</summary>
public sealed class AnswerTallyTests
{
    private static readonly QuestionnaireContent Content = new(
    [
        AnswerSetTests.Asked("q1", QuestionKind.One, options: 3),
        AnswerSetTests.Asked("q2", QuestionKind.Several, options: 3),
        AnswerSetTests.Asked("q3", QuestionKind.Scale),
        AnswerSetTests.Asked("q4", QuestionKind.Matrix, options: 2, rows: 2),
    ]);

    [Fact]
    public void Each_kind_of_question_is_counted_by_people()
    {
        var tally = Of("q1:2;q2:0,2;q3:8;q4:1,0", "q1:2;q2:0;q4:,0", "", "q3:10");

        Assert.Equal(4, tally.Sheets);
        Assert.Equal((2, 2, 2, 2), (tally.Answered("q1"), tally.Answered("q2"), tally.Answered("q3"), tally.Answered("q4")));
        Assert.Equal([0, 0, 2], tally.Counts("q1"));
        Assert.Equal([2, 0, 1], tally.Counts("q2"));
        Assert.Equal([0, 1], tally.Counts("q4", 0));
        Assert.Equal([2, 0], tally.Counts("q4", 1));
        Assert.Equal((1, 2), (tally.AnsweredRow("q4", 0), tally.AnsweredRow("q4", 1)));
    }

    [Theory]
    [InlineData(new[] { 1 }, 100, 10)]
    [InlineData(new[] { 10 }, 1000, 100)]
    [InlineData(new[] { 1, 2 }, 150, 15)]
    [InlineData(new[] { 1, 1, 2 }, 133, 10)]
    [InlineData(new[] { 1, 2, 2 }, 167, 20)]
    [InlineData(new[] { 3, 9, 10, 10 }, 800, 95)]
    public void Mean_and_median_of_a_scale(int[] marks, int mean, int median)
    {
        var tally = Of([.. marks.Select(m => $"q3:{m}")]);

        Assert.Equal((mean, median), (tally.MeanOf("q3"), tally.MedianOf("q3")));
    }

    [Fact]
    public void Of_nobody_there_is_neither() => Assert.Equal((null, null), (Of("q1:0").MeanOf("q3"), Of("q1:0").MedianOf("q3")));

    [Fact]
    public void A_part_never_exceeds_the_people_who_answered()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var tally = Of([.. Enumerable.Range(0, random.Next(1, 30)).Select(_ =>
                $"q2:{string.Join(',', Enumerable.Range(0, 3).Where(_ => random.Next(2) == 0).DefaultIfEmpty(0))}")]);

            Assert.All(tally.Counts("q2"), count => Assert.InRange(count, 0, tally.Answered("q2")));
            Assert.True(tally.Counts("q2").Sum() >= tally.Answered("q2"));
        }
    }

    private static AnswerTally Of(params string[] sheets)
    {
        var tally = new AnswerTally(Content);
        foreach (var sheet in sheets)
        {
            tally.Add(sheet);
        }

        return tally;
    }
}
