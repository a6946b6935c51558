using FsCheck.Fluent;
using FsCheck.Xunit;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Domain.Tests.Common;

public sealed class SortKeyTests
{
    private const string KazakhAlphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

    [Fact]
    public void Keys_FollowTheKazakhAlphabet_ThenTheLatin()
    {
        var letters = $"{KazakhAlphabet}abcdefghijklmnopqrstuvwxyz".Select(c => c.ToString()).ToList();
        Assert.Equal(42 + 26, letters.Count);
        Assert.Equal(letters, Sorted(letters.AsEnumerable().Reverse()));
    }

    [Fact]
    public void Names_SortAsInAKazakhRegister()
    {
        string[] expected =
        [
            "Абаев Нұрлан", "Әбдірахманова Айгүл", "Әлиев Ән", "Бекова Жанар", "Ғабитов Ержан", "Дәулет Сара",
            "Иванова Анна", "Қасым Бота", "Ли Ән", "Лиана Ким", "Ңұр Асан", "Өтеген Дана", "Сұлтан Аян", "Сүлей Әсем",
            "Һакімов Ыбырай", "Ыдырыс Іңкәр", "Ібраев Ялта", "Smith Ann",
        ];

        Assert.Equal(expected, Sorted(expected.Reverse()));
    }

    [Theory]
    [InlineData("ҚАСЫМ БОТА", "қасым бота")]
    [InlineData("  Қасым \t Бота ", "Қасым Бота")]
    [InlineData("Д’Артаньян", "дартаньян")]
    [InlineData("Müller", "muller")]
    public void WhatDoesNotCount_GivesTheSameKey(string one, string other) =>
        Assert.Equal(SortKey.Of(one), SortKey.Of(other));

    [Theory]
    [InlineData("Йұлдыз", "Иұлдыз")]
    [InlineData("Ёлка", "Елка")]
    [InlineData("Ән", "Ан")]
    public void LettersOfTheAlphabetWithMarks_StayThemselves(string one, string other) =>
        Assert.NotEqual(SortKey.Of(one), SortKey.Of(other));

    [Fact]
    public void LettersOfOtherScripts_ComeLast() =>
        Assert.True(string.CompareOrdinal(SortKey.Of("ზურაბ"), SortKey.Of("Zed")) > 0);

    [Property]
    public FsCheck.Property EveryKey_HasDigitsOnly_AndABoundedLength() => Prop.ForAll<string>(text =>
    {
        var key = SortKey.Of(text ?? "");
        return key.Length <= SortKey.MaxLength && key.Length % 2 == 0 && key.All(char.IsAsciiDigit);
    });

    [Fact]
    public void ALongName_IsCutAtTheBound() =>
        Assert.Equal(SortKey.MaxLength, SortKey.Of(new string('қ', 5000)).Length);

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.OrderBy(SortKey.Of, StringComparer.Ordinal)];
}
