using FsCheck.Xunit;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Domain.Tests.Planning;

[Properties(Replay = "20261128,4213")]
public sealed class RatingTests
{
    private static readonly DateTime At = new(2013, 6, 1, 8, 0, 0, DateTimeKind.Utc);

    /// <summary>The bands of 2013 as they are printed: those of schools share their limits, those of nurseries leave 301 to 330 out.</summary>
    [Fact]
    public void BandsAsPrinted_AreKeptAndTold()
    {
        Assert.Equal(
            [new BandFault(true, 300, 300), new BandFault(true, 600, 600), new BandFault(true, 900, 900), new BandFault(true, 1200, 1200)],
            RatingRules.Check([new(1200, null), new(900, 1200), new(600, 900), new(300, 600), new(null, 300)]));
        Assert.Equal([new BandFault(true, 150, 150), new BandFault(false, 301, 330)], RatingRules.Check([new(null, 150), new(150, 300), new(331, null)]));
        Assert.Equal([new BandFault(false, 0, 9), new BandFault(false, 21, null)], RatingRules.Check([new(10, 20)]));
        Assert.Empty(RatingRules.Check([new(null, 299), new(300, null)]));
        Assert.Empty(RatingRules.Check([]));
    }

    [Theory]
    [InlineData("12,5", 125)]
    [InlineData("12.5", 125)]
    [InlineData("-5", -50)]
    [InlineData("−0,8", -8)]
    [InlineData("1 496,7", 14967)]
    [InlineData("0", 0)]
    [InlineData("", null)]
    [InlineData(" — ", null)]
    public void Points_AreReadInTenths_AndBlankIsNotZero(string text, int? tenths)
    {
        Assert.True(RatingRules.TryRead(text, out var read));
        Assert.Equal(tenths, read);
    }

    [Theory]
    [InlineData("12,55")]
    [InlineData("12,5,5")]
    [InlineData("көп")]
    [InlineData("99999999999999999999999999999999")]
    public void WhatIsNoPoints_IsNotGuessed(string text) => Assert.False(RatingRules.TryRead(text, out _));

    [Fact]
    public void Ties_ShareAPlace_AndTheNextIsLeftOut()
    {
        var ids = Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7()).ToList();
        var places = RatingRules.Places([(ids[0], 585), (ids[1], 1682), (ids[2], 585), (ids[3], -10)]);
        Assert.Equal([2, 1, 2, 4], ids.Select(id => places[id]));
    }

    [Property]
    public bool APlace_IsOneMoreThanThoseWithMorePoints(int[]? points)
    {
        var rows = (points ?? []).Select(p => (Id: Guid.CreateVersion7(), Tenths: p % 5)).ToList();
        var places = RatingRules.Places(rows);
        return rows.All(r => places[r.Id] == 1 + rows.Count(o => o.Tenths > r.Tenths));
    }

    [Property]
    public bool EveryFault_IsInNoBandOrInTwo(byte[]? limits)
    {
        List<SizeBand> bands = [.. (limits ?? []).Chunk(2).Where(c => c.Length == 2).Take(6).Select(c => new SizeBand(Math.Min(c[0], c[1]), Math.Max(c[0], c[1])))];
        return RatingRules.Check(bands).All(f => bands.Count(b => b.Contains(f.From)) is var count && (f.IsOverlap ? count >= 2 : count == 0));
    }

    [Fact]
    public void AFile_IsReadByTheNamesOfItsBlocks_AndItsTotalIsKept()
    {
        var rubric = RatingRubric.Make(Guid.CreateVersion7(), Guid.CreateVersion7(), "Рейтинг", "Мектептер", 2013, [("Басқару", ""), ("Әдістемелік жұмыс", "")], [], At).Value;
        List<RatingBlock> blocks = [.. rubric.Blocks];
        var sheet = RatingSheet.Read(
            [
                new(1, ["Рейтинг 2013"]),
                new(2, ["Барлығы", "4. Әдістемелік жұмыс", "Мектеп атауы", "1. БАСҚАРУ", "Түсі"]),
                new(3, ["15,5", "7", "№ 1", "5,5", ""]),
                new(4, ["3", "", "№ 2", "3", ""]),
                new(5, ["3", "үш", "№ 3", "3", ""]),
            ],
            blocks).Value;
        Assert.Equal([(2, "Түсі"), (5, "үш")], sheet.Faults.Select(f => (f.Row, f.Words)));
        Assert.Equal([55, 70], sheet.Rows[0].Tenths);
        Assert.Equal((155, null), (sheet.Rows[0].StatedTenths, sheet.Rows[1].Tenths[1]));
        Assert.IsType<RatingWithoutHeadings>(RatingSheet.Read([new(1, ["№ 1", "5"])], blocks).Error);
        Assert.IsType<BlocksWrong>(RatingRubric.Make(Guid.CreateVersion7(), Guid.CreateVersion7(), "Рейтинг", "Мектептер", 2013, [("Басқару", ""), ("баскару", "")], [], At).Error);
        Assert.IsType<YearBeforeRubric>(Rating.Begin(Guid.CreateVersion7(), rubric, 2012, At).Error);
    }
}
