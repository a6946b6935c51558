using TeacherCpd.Domain.Studies;

namespace TeacherCpd.Domain.Tests.Studies;

/// <summary>No group that is hidden can be computed from those that are shown and the whole.</summary>
public sealed class SmallGroupsTests
{
    [Theory]
    [InlineData(new[] { 5, 9 }, new int[0])]
    [InlineData(new[] { 4, 9 }, new[] { 0, 1 })]
    [InlineData(new[] { 4, 9, 7 }, new[] { 0, 2 })]
    [InlineData(new[] { 2, 2, 9, 7 }, new[] { 0, 1, 3 })]
    [InlineData(new[] { 3, 2, 9, 7 }, new[] { 0, 1 })]
    [InlineData(new[] { 0, 9, 7 }, new int[0])]
    [InlineData(new[] { 0, 9, 1 }, new[] { 1, 2 })]
    [InlineData(new[] { 1 }, new[] { 0 })]
    public void Small_groups_are_hidden_with_the_next_that_would_give_them_away(int[] sizes, int[] hidden) =>
        Assert.Equal(hidden, SmallGroups.Hidden(sizes, 5).Order());

    [Fact]
    public void What_is_hidden_is_never_one_group_beside_others_and_never_small_together()
    {
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            var sizes = Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(0, 14)).ToList();
            var hidden = SmallGroups.Hidden(sizes, 5);

            Assert.All(Enumerable.Range(0, sizes.Count).Where(i => sizes[i] is > 0 and < 5), i => Assert.Contains(i, hidden));
            Assert.True(hidden.Count == 0 || hidden.Count == sizes.Count(s => s > 0) || (hidden.Count >= 2 && hidden.Sum(i => sizes[i]) >= 5));
        }
    }
}
