using FsCheck.Xunit;
using TeacherCpd.Domain.Groups.Lists;

namespace TeacherCpd.Domain.Tests.Groups.Lists;

/// <summary>What people type into lists.</summary>
public sealed class ListTextTests
{
    [Theory]
    [InlineData("  Айгүл\u00a0 \tЕрболқызы ", "Айгүл Ерболқызы")]
    [InlineData("\u200bАйгүл\ufeff", "Айгүл")]
    [InlineData("Ай\u00adгүл", "Айгүл")]
    [InlineData("\u00a0", "")]
    public void Spaces_AreOrdinary_AndNothingInvisibleStays(string given, string clean) => Assert.Equal(clean, ListText.Clean(given));

    [Theory]
    [InlineData("Cepiк", "Серік")] // all but the last Latin
    [InlineData("AЙГYЛ", "АЙГҮЛ")]
    [InlineData("HAHA Омарова", "НАНА Омарова")]
    [InlineData("Smith", "Smith")]
    [InlineData("Омарова Smith", "Омарова Smith")]
    public void LatinLetters_ThatLookCyrillic_BecomeCyrillic(string given, string repaired) => Assert.Equal(repaired, ListText.Repair(given));

    [Theory]
    [InlineData("Семёнов", "СЕМЕНОВ")]
    [InlineData("Әбдіқадырова Айгүл", "абдикадырова айгул")]
    [InlineData("Айгуль", "Айгүл")]
    [InlineData("Ли-Ан", "ли  ан")]
    [InlineData("Cepiк", "Серік")]
    public void SpellingsOfOneName_HaveOneKey(string one, string other) => Assert.Equal(ListText.Key(one), ListText.Key(other));

    [Fact]
    public void OtherNames_HaveOtherKeys() => Assert.NotEqual(ListText.Key("Омаров Ерлан"), ListText.Key("Омарова Ерлан"));

    [Theory]
    [InlineData("850315 400 014", true, "850315400014")]
    [InlineData("850315\u00a0400\u00a0014", true, "850315400014")]
    [InlineData("'850315400014", true, "850315400014")]
    [InlineData("50315400014", true, "050315400014")]
    [InlineData("50315400014", false, "50315400014")]
    [InlineData("8.50E+11", true, "8.50E+11")]
    public void NationalNumbers_LoseSpaces_AndGetTheirZerosBack(string given, bool named, string digits) => Assert.Equal(digits, ListText.Iin(given, named));

    [Property]
    public bool WhatIsClean_StaysAsItIs(string? text) => ListText.Clean(ListText.Clean(text ?? "")) == ListText.Clean(text ?? "");

    [Property]
    public bool AKey_HasItselfAsKey(string? text) => ListText.Key(ListText.Key(text ?? "")) == ListText.Key(text ?? "");

    [Property]
    public bool Repairing_KeepsTheKey(string? text) => ListText.Key(ListText.Repair(text ?? "")) == ListText.Key(text ?? "");

    [Theory]
    [InlineData("Қостанай облысы", "Қостанай обл.")]
    [InlineData("Қостанай облысының", "Қостанай")]
    [InlineData("Костанайская область", "Костанай")]
    [InlineData("г. Костанай", "город Костанай")]
    [InlineData("Костанайский р-н", "Костанайского района")]
    [InlineData("Отдел образования Сарыкольского района", "Сарыкольский район")]
    [InlineData("Сарыкөл ауданының білім бөлімі", "Сарыкөл ауданы")]
    [InlineData("Астана қ.", "Астана қаласы")]
    public void Places_AreKnownByTheirOwnName(string one, string other) => Assert.Equal(PlaceNames.Place(one), PlaceNames.Place(other));

    [Theory]
    [InlineData("№14 мектеп", "КГУ \"Общеобразовательная школа № 14\"")]
    [InlineData("№ 14 жалпы білім беретін мектебі", "мектеп №14")]
    [InlineData("N14 мектеп", "No 14 school")]
    [InlineData("Абай атындағы орта мектеп", "школа имени Абай")]
    public void Schools_AreKnownByNumberAndOwnWords(string one, string other) => Assert.Equal(PlaceNames.School(one), PlaceNames.School(other));

    [Fact]
    public void SchoolsOfOtherNumbers_AreOthers() => Assert.NotEqual(PlaceNames.School("№1 мектеп"), PlaceNames.School("№14 мектеп"));

    [Theory]
    [InlineData("ЖСН", ListColumn.Iin)]
    [InlineData("ИИН (12 цифр)", ListColumn.Iin)]
    [InlineData("ЖСН / ИИН", ListColumn.Iin)]
    [InlineData("  жсн\n", ListColumn.Iin)]
    [InlineData("Ф.И.О.", ListColumn.FullName)]
    [InlineData("Т.А.Ә.", ListColumn.FullName)]
    [InlineData("Фамилия, имя, отчество", ListColumn.FullName)]
    [InlineData("Әкесінің аты", ListColumn.Patronymic)]
    [InlineData("Наименование организации образования", ListColumn.School)]
    [InlineData("Date of the order", ListColumn.OrderDate)]
    [InlineData("Район/город", ListColumn.District)]
    public void Headings_AreKnownInEachLanguage(string heading, ListColumn column) => Assert.Equal(column, ListColumns.Of(heading));

    [Fact]
    public void AColumnThatStandsTwice_CountsOnce() =>
        Assert.Equal([ListColumn.Iin, null, null, ListColumn.School], ListColumns.OfRow(["ЖСН", "Телефон", "ИИН", "Школа"]));
}
