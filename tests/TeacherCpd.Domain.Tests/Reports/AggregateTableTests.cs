using TeacherCpd.Domain.Reports;

namespace TeacherCpd.Domain.Tests.Reports;

/// <summary>Tables of other people held against their own numbers: those of the sources, with what their print has wrong.</summary>
public sealed class AggregateTableTests
{
    [Fact]
    public void Where_all_agrees_nothing_is_told() => Assert.Empty(Check(
        """
        Аймақ;Оқыған;Ұсынылған
        Қостанай;1 200;900
        Түркістан;2 300;2 100
        total;3 500;3 000
        """));

    [Fact]
    public void The_recommended_of_2022_do_not_add_up() => Assert.Equal(
        [new AggregateFinding(FindingKind.Differs, "total", "recommended", "33559", "33255")],
        Check("""
        level;assessed;recommended
        preschool;7 000;6 555
        secondary;28 000;26 300
        vocational;437;400
        total;35 437;33 559
        """));

    // Kostanay, section 1.2: two shares are wrong, one is rounded to a whole; those that are cut off are within a tenth
    [Fact]
    public void Shares_of_Kostanay_are_held_against_their_numbers() => Assert.Equal(
        [
            new AggregateFinding(FindingKind.Differs, "мектепке дейінгі", "модератор, %", "27.3", "24.8"),
            new AggregateFinding(FindingKind.Differs, "арнайы", "сарапшы %", "11.3", "11.5"),
            new AggregateFinding(FindingKind.Differs, "қосымша", "модератор, %", "16", "16.2"),
        ],
        Check("""
        Топ;total;сарапшы;сарапшы %;модератор;модератор, %
        мектепке дейінгі;3451;239;7%;856;27,3%
        жалпы орта;13 416;3210;23,9%;3513;26,2%
        арнайы;619;71;11,3%;173;28%
        ТжКБ;1508;195;12,9%;344;22,8%
        қосымша;767;83;10,8%;124;16%
        """));

    // Turkistan, D12; and D9, D10, D19 in one table
    [Fact]
    public void A_share_above_the_whole_is_an_error_and_dirty_numbers_are_read() => Assert.Equal(
        [new AggregateFinding(FindingKind.ShareAboveWhole, "Отырар", "қамту, %", "102.9", "")],
        Check("Аудан;саны;қамту, %\nБәйдібек;5\u00A0833;72,\nОтырар;1 200;102,9\nСозақ;-;35%\ntotal;7 033;-"));

    // Karaganda, 3.11.2: a block that is not printed is left over; negative points are legal
    [Fact]
    public void A_whole_that_is_more_than_its_parts_is_told_with_the_remainder() => Assert.Equal(
        [new AggregateFinding(FindingKind.Differs, "№1 ӨМ", "total =", "65.3", "62.3")],
        Check("""
        Мекеме;тәрбие;оқу;басқару;total =
        №1 ӨМ;40,1;20,2;2;65,3
        №10 мектеп;50;-5;1,5;46,5
        №16 мектеп;;10;1;11
        """));

    // D20: a row with other things in it; D15: one district in two alphabets
    [Fact]
    public void A_sum_that_nobody_marked_is_neither_counted_nor_compared() => Assert.Equal(
        [
            new AggregateFinding(FindingKind.UnmarkedTotal, "Итого:", "", "", ""),
            new AggregateFinding(FindingKind.SameRow, "Созақ = Созак", "", "", ""),
        ],
        Check("""
        Район;школы
        Созақ;100
        Созак;175
        Итого:;1326
        total;275
        """));

    [Fact]
    public void A_part_above_its_whole_and_words_among_numbers_are_errors() => Assert.Equal(
        [
            new AggregateFinding(FindingKind.PartAboveWhole, "а", "шебер", "12", "11"),
            new AggregateFinding(FindingKind.NoNumber, "б", "шебер", "1О5", ""),
        ],
        Check("""
        топ;total;шебер
        а;11;12
        б;200;1О5
        """));

    [Fact]
    public void Headings_of_two_rows_titles_and_several_dimensions_are_read()
    {
        var table = AggregateTable.Read(Cells("""
            2022 жылғы есеп;;;;
            Аймақ;Деңгей;Оқыған;;Ұсынылған
            ;;барлығы;ауыл;барлығы
            Абай;мектеп;10;4;9
            total;;10;4;9
            """))!;

        Assert.Equal(["Оқыған, барлығы", "Оқыған, ауыл", "Ұсынылған, барлығы"], table.Columns);
        Assert.Equal(["Абай, мектеп", "total"], table.Rows);
        Assert.Empty(table.Check());
    }

    [Theory]
    [InlineData("")]
    [InlineData("тек мәтін;мәтін\nтағы;мәтін")]
    [InlineData("1;2\n3;4")] // no headings
    [InlineData("тақырып\n5")]
    public void Without_headings_or_numbers_it_is_no_table(string text) => Assert.Null(AggregateTable.Read(Cells(text)));

    private static IReadOnlyList<AggregateFinding> Check(string text) => AggregateTable.Read(Cells(text))!.Check();

    private static List<IReadOnlyList<string>> Cells(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (IReadOnlyList<string>)line.Split(';'))];
}
