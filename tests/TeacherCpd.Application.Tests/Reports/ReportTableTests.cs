using TeacherCpd.Application.Reports;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Tests.Reports;

/// <summary>Sums and shares, which every report leaves to the table.</summary>
public sealed class ReportTableTests
{
    private static readonly ReportColumn Part = new("part", ColumnKind.Count);
    private static readonly ReportColumn Whole = new("whole", ColumnKind.Count);
    private static readonly ReportColumn OfRow = new("of_row", ColumnKind.ShareOfRow, "part", "whole");
    private static readonly ReportColumn OfAll = new("of_all", ColumnKind.ShareOfAll, "part");
    private static readonly ReportColumn OfGroup = new("of_group", ColumnKind.ShareOfGroup, "part");
    private static readonly ReportColumn Target = new("target", ColumnKind.Target);

    [Fact]
    public void A_share_keeps_its_numerator_and_denominator_and_is_rounded_half_up()
    {
        var table = Of(("a", 1, 16), ("b", 3, 8));

        // 62.5 and 625 of ten thousand: 6.25 % stands as 6.3 %
        Assert.Equal((1, 16, 63), Values(table.Cell(table.Rows[0], OfRow)));
        Assert.Equal((3, 8, 375), Values(table.Cell(table.Rows[1], OfRow)));
        Assert.Equal((4, 24, 167), Values(table.Sum(OfRow)));
        Assert.Equal((1, 4, 250), Values(table.Cell(table.Rows[0], OfAll)));
        Assert.Equal((4, 4, 1000), Values(table.Sum(OfAll)));
    }

    [Fact]
    public void A_share_of_a_group_is_of_the_rows_with_the_same_first_name()
    {
        var table = new ReportTable(["level", "programme"], [Part, OfGroup], [Row(["x", "1"], 3), Row(["y", "1"], 5), Row(["x", "2"], 1)]);

        Assert.Equal([750, 1000, 250], table.Rows.Select(r => table.Cell(r, OfGroup).PerMille));
        Assert.Null(table.Sum(OfGroup).Value);
    }

    [Fact]
    public void No_data_is_not_zero_and_nothing_has_no_share()
    {
        var table = new ReportTable(["n"], [Part, Whole, OfRow, Target], [ReportRow.Of(Name("a"), ("part", null), ("whole", 0)), ReportRow.Of(Name("b"), ("part", 0), ("whole", 7))]);

        Assert.Null(table.Cell(table.Rows[0], Part).Value);
        Assert.Null(table.Cell(table.Rows[0], OfRow).PerMille);
        Assert.Equal(0, table.Cell(table.Rows[1], OfRow).PerMille);
        Assert.Null(table.Cell(table.Rows[1], Target).Value);
        Assert.Equal((0, 7), (table.Sum(Part).Value!.Value, table.Sum(Whole).Value!.Value));
    }

    [Fact]
    public void People_who_may_stand_in_several_rows_are_not_added_up()
    {
        var apart = new ReportColumn("whole", ColumnKind.CountApart);
        var table = Of(("a", 1, 16), ("b", 3, 8)) with { Columns = [Part, apart, OfRow] };

        Assert.Null(table.Sum(apart).Value);
        Assert.Null(table.Sum(OfRow).PerMille);
    }

    [Fact]
    public void A_fall_that_was_a_growth_is_below_zero_by_the_same_rule()
    {
        // 5 more of 16: -31.25 % is -31.2 % when half goes up
        var table = Of(("a", -5, 16));

        Assert.Equal(-312, table.Cell(table.Rows[0], OfRow).PerMille);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(300)]
    public void The_sum_of_a_column_is_that_of_its_rows_and_the_shares_of_all_add_up_but_for_rounding(int rows)
    {
        var random = new Random(20260210 + rows);
        var counts = Enumerable.Range(0, rows).Select(_ => random.Next(256)).ToList();
        var table = Of([.. counts.Select((c, i) => ($"row {i}", c, 255))]);

        Assert.Equal(counts.Sum(), table.Sum(Part).Value);
        Assert.All(table.Rows, r => Assert.InRange(table.Cell(r, OfRow).PerMille!.Value, 0, 1000));
        Assert.InRange(table.Rows.Sum(r => table.Cell(r, OfAll).PerMille!.Value), 1000 - rows, 1000 + rows);
    }

    [Fact]
    public void Text_for_programs_has_a_point_and_the_two_numbers_of_a_share()
    {
        var table = Of(("a, \"b\"", 1, 16)) with { Columns = [Part, Whole, OfRow, Target] };

        Assert.Equal(
            "n,n_name,part,whole,of_row,of_row_numerator,of_row_denominator,target\r\n\"a, \"\"b\"\"\",\"a, \"\"b\"\"\",1,16,6.3,1,16,\r\ntotal,,1,16,6.3,1,16,\r\n",
            ReportText.Csv(table, Language.Kk));
    }

    private static ReportTable Of(params (string Name, int Part, int Whole)[] rows) => new(
        ["n"], [Part, Whole, OfRow, OfAll], [.. rows.Select(r => ReportRow.Of(Name(r.Name), ("part", r.Part), ("whole", r.Whole)))]);

    private static ReportRow Row(string[] names, int part) => ReportRow.Of([.. names.Select(Name)], ("part", part));

    private static ReportName Name(string name) => new(name, new LocalizedText(name, name, name));

    private static (int Part, int Whole, int PerMille) Values(ReportCell cell) => (cell.Value!.Value, cell.Whole!.Value, cell.PerMille!.Value);
}
