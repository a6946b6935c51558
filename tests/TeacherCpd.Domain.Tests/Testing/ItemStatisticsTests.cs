using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Domain.Tests.Testing;

/// <summary>Difficulty and discrimination: worked by hand, and what holds whatever people answered.</summary>
public sealed class ItemStatisticsTests
{
    private static readonly ItemContent Content = ItemTests.Content(ItemKind.OneRight, 3, [0]);

    [Fact]
    public void An_example_worked_by_hand()
    {
        // x = 1 1 0 0, y = 800 600 400 200: n = 4, Σx = 2, Σy = 2000, Σxy = 1400, Σy² = 1 200 000
        // r = (4·1400 − 2·2000) / √((4·2 − 4)·(4·1 200 000 − 4 000 000)) = 1600 / √(4·800 000) = 0,8944
        var statistics = ItemStatistics.Of(Content, [Of(true, 800), Of(true, 600), Of(false, 400), Of(false, 200)]);
        Assert.Equal(.5, statistics.Sums.Difficulty);
        Assert.Equal(.8944, statistics.Sums.PointBiserial!.Value, 4);
        Assert.Equal(1, statistics.UpperLower);
        Assert.Equal([2, 2, 0], statistics.ByOption);
        Assert.True(statistics.IsSmall);
        Assert.Empty(statistics.Flags);
    }

    [Fact]
    public void An_item_that_all_answer_right_has_difficulty_one_and_no_discrimination()
    {
        var statistics = ItemStatistics.Of(Content, [.. Enumerable.Range(0, 40).Select(i => Of(true, i * 25))]);
        Assert.Equal(1, statistics.Sums.Difficulty);
        Assert.Null(statistics.Sums.PointBiserial);
        Assert.Equal(0, statistics.UpperLower);
        Assert.Equal([ItemFlag.TooEasy], statistics.Flags);
    }

    [Fact]
    public void Nobody_asked_says_nothing()
    {
        var statistics = ItemStatistics.Of(Content, []);
        Assert.Null(statistics.Sums.Difficulty);
        Assert.Null(statistics.Sums.PointBiserial);
        Assert.Null(statistics.UpperLower);
    }

    [Theory]
    [InlineData(29, 0, false)]
    [InlineData(30, 0, true)]
    public void Flags_are_raised_from_thirty_people_on(int people, int right, bool isFlagged) =>
        Assert.Equal(isFlagged, ItemStatistics.FlagsOf(new ItemSums(people, right, 0, 0, 0)).Contains(ItemFlag.TooHard));

    [Theory]
    [InlineData(19, true, false)]
    [InlineData(20, false, false)]
    [InlineData(90, false, false)]
    [InlineData(91, false, true)]
    public void The_lines_of_difficulty_belong_to_what_is_well(int right, bool isHard, bool isEasy)
    {
        var flags = ItemStatistics.FlagsOf(new ItemSums(100, right, 0, 0, 0)).ToList();
        Assert.Equal((isHard, isEasy), (flags.Contains(ItemFlag.TooHard), flags.Contains(ItemFlag.TooEasy)));
    }

    [Fact]
    public void An_item_that_the_strong_answer_worse_is_flagged_and_so_is_a_distractor_ahead_of_the_key()
    {
        var statistics = ItemStatistics.Of(Content, [.. Enumerable.Range(0, 40).Select(i => Of(i < 12, i * 25))]);
        Assert.True(statistics.Sums.PointBiserial < 0);
        Assert.True(statistics.UpperLower < 0);
        Assert.Equal([ItemFlag.NegativeDiscrimination, ItemFlag.DistractorAheadOfKey], statistics.Flags);
    }

    [Fact]
    public void Whatever_people_answer_the_figures_keep_their_ranges_and_no_order_of_people_matters()
    {
        var random = new Random(20260210);
        for (var run = 0; run < 500; run++)
        {
            var responses = Enumerable.Range(0, random.Next(1, 120)).Select(_ =>
            {
                var chosen = random.Next(-1, 3);
                return new ItemResponse(chosen == 0, random.Next(0, 11) * 100, chosen < 0 ? [] : [chosen]);
            }).ToList();
            var statistics = ItemStatistics.Of(Content, responses);
            Assert.InRange(statistics.Sums.Difficulty!.Value, 0, 1);
            Assert.InRange(statistics.UpperLower!.Value, -1, 1);
            Assert.InRange(statistics.Sums.PointBiserial ?? 0, -1, 1);
            Assert.Equal(responses.Count, statistics.ByOption.Sum() + statistics.Skipped);

            var other = ItemStatistics.Of(Content, [.. responses.OrderBy(_ => random.Next())]);
            Assert.Equal(statistics.Sums, other.Sums);
            Assert.Equal(statistics.UpperLower.Value, other.UpperLower!.Value, 12);

            // seen from the other end it is as much, the other way round
            var turned = ItemStatistics.Of(Content, [.. responses.Select(r => r with { Rest = 1000 - r.Rest })]);
            Assert.Equal(-(statistics.Sums.PointBiserial ?? 0), turned.Sums.PointBiserial ?? 0, 9);
            Assert.Equal(-statistics.UpperLower.Value, turned.UpperLower!.Value, 12);
        }
    }

    private static ItemResponse Of(bool isRight, int rest) => new(isRight, rest, [isRight ? 0 : 1]);
}
