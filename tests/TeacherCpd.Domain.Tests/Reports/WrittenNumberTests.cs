using TeacherCpd.Domain.Reports;

namespace TeacherCpd.Domain.Tests.Reports;

/// <summary>Numbers as the sources write them.</summary>
public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("33559", 33559)]
    [InlineData("5 833", 5833)] // D10
    [InlineData("5\u00A0833", 5833)] // D19
    [InlineData("5\u202F833", 5833)]
    [InlineData("5\u2009833", 5833)]
    [InlineData(" 13 416 ", 13416)]
    [InlineData("1 234 567,8", 1234567.8)]
    [InlineData("16,3", 16.3)]
    [InlineData("34.673", 34.673)]
    [InlineData("72,", 72)] // D9
    [InlineData("-0,4", -0.4)]
    [InlineData("−5", -5)]
    [InlineData("+1709", 1709)]
    [InlineData("0", 0)]
    public void Numbers_are_read(string cell, double value) =>
        Assert.Equal(new WrittenNumber(WrittenKind.Number, (decimal)value, false), WrittenNumber.Read(cell));

    [Theory]
    [InlineData("35%", 35)] // D10
    [InlineData("16,3 %", 16.3)]
    [InlineData("+03%", 3)] // D3
    [InlineData("104,3%", 104.3)] // D12
    public void Percentages_say_so(string cell, double value) =>
        Assert.Equal(new WrittenNumber(WrittenKind.Number, (decimal)value, true), WrittenNumber.Read(cell));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("н/д")]
    [InlineData("…")]
    public void No_data_is_not_zero(string cell) => Assert.Equal(WrittenKind.NoData, WrittenNumber.Read(cell).Kind);

    [Theory]
    [InlineData("Абай облысы")]
    [InlineData("1О5")] // a letter among digits
    [InlineData("12 34")]
    [InlineData("1234 567")]
    [InlineData("1,2,3")]
    [InlineData("1,2 3")]
    [InlineData("%")]
    [InlineData("+")]
    [InlineData("2020-2025")]
    [InlineData("124/275")]
    [InlineData("99999999999999999999")]
    [InlineData("٣")]
    public void What_could_be_read_in_two_ways_is_no_number(string cell) => Assert.Equal(WrittenKind.Words, WrittenNumber.Read(cell).Kind);

    [Fact]
    public void Any_amount_written_with_spaces_and_a_comma_comes_back()
    {
        var random = new Random(7);
        var russian = System.Globalization.CultureInfo.GetCultureInfo("ru-RU");
        for (var i = 0; i < 2_000; i++)
        {
            var value = decimal.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(1, 10))), random.Next(0, 3));
            Assert.Equal(value, WrittenNumber.Read(value.ToString("#,0.##", russian)).Value);
        }
    }
}
