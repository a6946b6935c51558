using System.Globalization;
using FsCheck.Xunit;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Tests.Groups.Lists;

public sealed class WrittenDateTests
{
    private static readonly string[] Kazakh = ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"];
    private static readonly string[] Russian = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    [Theory]
    [InlineData("12.03.2026")]
    [InlineData("12.3.26")]
    [InlineData("12/03/2026")]
    [InlineData("12.03.2026 г.")]
    [InlineData("2026-03-12")]
    [InlineData("2026-03-12 00:00:00")]
    [InlineData("2026-03-12T00:00:00")]
    [InlineData("46093")]
    [InlineData("46093.5")]
    [InlineData("12 наурыз 2026 ж.")]
    [InlineData("2026 жылғы 12 наурыздағы")]
    [InlineData("12 марта 2026 г.")]
    [InlineData("от 12 МАРТА 2026 года")]
    [InlineData("12\u00a0марта\u00a02026")]
    [InlineData("March 12, 2026")]
    [InlineData("12 Mar 2026")]
    public void OneDay_IsWrittenInManyWays(string text) => Assert.Equal(new DateOnly(2026, 3, 12), WrittenDate.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("скоро")]
    [InlineData("31.02.2026")]
    [InlineData("12.13.2026")]
    [InlineData("12 марта")]
    [InlineData("12 марта 13 апреля 2026")]
    [InlineData("7")]
    [InlineData("850315400014")]
    public void WhatIsNoDay_IsNotGuessed(string text) => Assert.Null(WrittenDate.Parse(text));

    [Property]
    public bool WhatWasWritten_IsReadBack(ushort days, byte form)
    {
        // 1954 on: from there a spreadsheet's count is read as one
        var day = new DateOnly(1955, 1, 1).AddDays(days % 50_000);
        return WrittenDate.Parse(Write(day, form % 7)) == day;
    }

    private static string Write(DateOnly day, int form) => form switch
    {
        0 => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        1 => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        2 => (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture),
        3 => $"{day.Day} {Kazakh[day.Month - 1]} {day.Year} ж.",
        4 => $"{day.Day} {Russian[day.Month - 1]} {day.Year} г.",
        5 => $"{day.Year} жылғы {day.Day} {Kazakh[day.Month - 1]}",
        _ => $"{English[day.Month - 1]} {day.Day}, {day.Year}",
    };
}
