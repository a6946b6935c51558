using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Domain.Tests.Certificates;

public sealed class StatusPlaceTests
{
    [Fact]
    public void Every_number_of_a_list_has_a_place_of_its_own()
    {
        var places = Enumerable.Range(1, StatusPlace.Size).Select(StatusPlace.Of).ToList();

        Assert.All(places, p => Assert.Equal(1, p.List));
        Assert.Equal(StatusPlace.Size, places.Select(p => p.Index).Distinct().Count());
        Assert.All(places, p => Assert.InRange(p.Index, 0, StatusPlace.Size - 1));
        Assert.True(Math.Abs(places[7].Index - places[6].Index) > 1);
    }

    [Theory]
    [InlineData(StatusPlace.Size, 1)]
    [InlineData(StatusPlace.Size + 1, 2)]
    [InlineData(500_000, 4)]
    public void Numbers_go_on_in_the_next_list(int number, int list)
    {
        Assert.Equal(list, StatusPlace.Of(number).List);
        var (first, last) = StatusPlace.NumbersOf(list);
        Assert.InRange(number, first, last);
    }
}
