using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Common;

public sealed class ForgivingTextTests
{
    [Theory]
    [InlineData("Әлеуметтік дағдыларды дамыту", "алеуметтик дагдыларды дамыту")]
    [InlineData("Көшбасшылық, оңтүстік, қаһарман, ұғым", "кошбасшылык, онтустик, кахарман, угым")]
    [InlineData("Балалардың ойыны", "БАЛАЛАРДЫН ОИЫНЫ")]
    [InlineData("Ещё", "еще")]
    public void KazakhLetters_AreFoundByRussianOnes(string written, string typed) =>
        Assert.Equal(ForgivingText.Fold(written), ForgivingText.Fold(typed));

    [Theory]
    [InlineData("Меktep", "Мектер")] // the first two letters are Cyrillic, the others Latin: p looks like р
    [InlineData("cауалнама", "сауалнама")]
    [InlineData("TАО", "ТАО")]
    [InlineData("əдіс", "әдіс")]
    [InlineData("РhD", "PhD")]
    public void LatinLetters_AreTakenForCyrillicOnes(string written, string typed) =>
        Assert.Equal(ForgivingText.Fold(written), ForgivingText.Fold(typed));

    [Fact]
    public void AComposedLetter_IsOneLetter() => Assert.Equal(ForgivingText.Fold("й"), ForgivingText.Fold("\u0438\u0306"));

    [Fact]
    public void OtherWords_StayApart() => Assert.NotEqual(ForgivingText.Fold("мектеп"), ForgivingText.Fold("мектеб"));
}
