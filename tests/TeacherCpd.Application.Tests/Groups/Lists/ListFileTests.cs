using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups.Lists;
using TeacherCpd.Infrastructure.Groups;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Groups.Lists;

/// <summary>Files as people send them, and as nobody should.</summary>
public sealed class ListFileTests
{
    private const string Table = "ЖСН;Тегі;Аты\r\n850315400014;Әбдіқадырова;Айгүл\r\n";

    private static readonly ListFileReader Reader = new(NullLogger<ListFileReader>.Instance);
    private static readonly string[] FirstRow = ["850315400014", "Әбдіқадырова", "Айгүл"];

    public static TheoryData<string, byte[]> Encoded() => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Table) },
        { "utf-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Table)] },
        { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Table)] },
        { "utf-16 the other way", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Table)] },
        { "commas", Encoding.UTF8.GetBytes(Table.Replace(';', ',')) },
        { "tabs", Encoding.UTF8.GetBytes(Table.Replace(';', '\t')) },
        { "said", Encoding.UTF8.GetBytes($"sep=;\r\n{Table}") },
    };

    [Theory]
    [MemberData(nameof(Encoded), DisableDiscoveryEnumeration = true)]
    public void Text_is_read_in_every_encoding_and_with_every_separator(string what, byte[] bytes)
    {
        var content = Content(bytes);

        Assert.True(content.IsOk, what);
        Assert.Equal([ListColumn.Iin, ListColumn.FamilyName, ListColumn.GivenName], content.Value.Columns);
        Assert.Equal(FirstRow, Assert.Single(content.Value.Lines).Cells);
    }

    [Fact]
    public void The_code_page_of_windows_is_read_with_its_kazakh_letters()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

        var content = Content(windows.GetBytes("ИИН;Фамилия;Имя\r\n850315400014;Семёнова;Анна\r\n")).Value;

        Assert.Equal(["850315400014", "Семёнова", "Анна"], content.Lines[0].Cells);
    }

    [Fact]
    public void Headings_below_a_title_are_found_columns_that_are_not_needed_are_left_out_and_rows_keep_their_numbers()
    {
        var content = Content("Приложение к приказу;;\r\n;;\r\nТелефон;Школа, район;ИИН\r\n+7 701;\"№14; Сарыколь\";850315400014\r\n;;\r\n+7 702;\"две\r\nстроки\";1\r\n").Value;

        Assert.Equal([ListColumn.Iin], content.Columns);
        Assert.Equal(["Телефон", "Школа, район"], content.LeftOut);
        Assert.Equal([4, 6], content.Lines.Select(l => l.Number));
    }

    [Fact]
    public void A_cell_may_hold_separators_quotes_and_lines()
    {
        var content = Content("ИИН,Школа\r\n850315400014,\"КГУ \"\"Школа № 1\"\", г. Костанай\r\nул. Абая\"\r\n").Value;

        Assert.Equal("КГУ \"Школа № 1\", г. Костанай\r\nул. Абая", content.Cell(content.Lines[0], ListColumn.School));
    }

    [Fact]
    public void A_workbook_is_read_with_texts_figures_and_days()
    {
        var content = Content(Workbooks.Of(["ЖСН", "Тегі", "Бұйрық күні"], [850315400014L, "Әбдіқадырова", 46093]), "тізім.xlsx").Value;

        Assert.Equal(["850315400014", "Әбдіқадырова", "46093"], content.Lines[0].Cells);
        Assert.Equal(2, content.Lines[0].Number);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_gives_the_same_days()
    {
        var workbook = Workbooks.Of(["ЖСН", "Бұйрық күні"], [850315400014L, 46093 - 1462]);
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());
        var xml = reader.ReadToEnd().Replace("<x:sheets>", "<x:workbookPr date1904=\"1\" /><x:sheets>", StringComparison.Ordinal);

        var content = Content(Workbooks.With(workbook, "xl/workbook.xml", Encoding.UTF8.GetBytes(xml)), "тізім.xlsx").Value;

        Assert.Equal("46093", content.Cell(content.Lines[0], ListColumn.OrderDate));
    }

    [Fact]
    public void A_hundred_thousand_rows_are_refused_in_both_formats()
    {
        var rows = Enumerable.Range(0, 100_000).Select(i => $"850315400014;Т{i}");

        Assert.IsType<ListTooLong>(Content($"ЖСН;Тегі\n{string.Join('\n', rows)}").Error);
        Assert.IsType<ListTooLong>(Content(Workbooks.Of([["ЖСН"], .. Enumerable.Repeat<IReadOnlyList<object>>([850315400014L], 100_000)]), "тізім.xlsx").Error);
    }

    [Fact]
    public void Five_thousand_rows_are_taken_and_one_more_is_not()
    {
        Assert.Equal(5_000, Content($"ЖСН\n{string.Join('\n', Enumerable.Repeat("1", 5_000))}").Value.Lines.Count);
        Assert.IsType<ListTooLong>(Content($"ЖСН\n{string.Join('\n', Enumerable.Repeat("1", 5_001))}").Error);
    }

    [Fact]
    public void What_is_no_list_is_refused_with_what_to_do()
    {
        var workbook = Workbooks.Of([["ЖСН"], [850315400014L]]);
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];

        Assert.IsType<ListEmpty>(Content("").Error);
        Assert.IsType<ListEmpty>(Content("ЖСН;Тегі\r\n;\r\n").Error);
        Assert.IsType<ListWithoutIinColumn>(Content("Тегі;Аты\r\nОмарова;Ару").Error);
        Assert.IsType<ListFileNotTaken>(Content(Table, "тізім.pdf").Error);
        Assert.IsType<ListFileNotTaken>(Content([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1], "тізім.csv").Error);
        Assert.IsType<ListFileTooLarge>(Content(new byte[(10 * 1024 * 1024) + 1], "тізім.csv").Error);
        Assert.IsType<WorkbookOld>(Content(old, "тізім.xls").Error);
        Assert.IsType<FileEncrypted>(Content([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")], "тізім.xlsx").Error);
        Assert.IsType<WorkbookWithMacros>(Content(Workbooks.With(workbook, "xl/vbaProject.bin", [1, 2, 3]), "тізім.xlsx").Error);
        Assert.IsType<WorkbookHoldsFiles>(Content(Workbooks.With(workbook, "xl/embeddings/inside.xlsx", workbook), "тізім.xlsx").Error);
        Assert.IsType<WorkbookHoldsFiles>(Content(Workbooks.With(workbook, "xl/embeddings/oleObject1.bin", old), "тізім.xlsx").Error);
        Assert.IsType<ListFileSwells>(Content(Workbooks.With(workbook, "xl/media/bomb.xml", new byte[60 * 1024 * 1024]), "тізім.xlsx").Error);
        Assert.IsType<ListFileDamaged>(Content(workbook[..^200], "тізім.xlsx").Error);
    }

    [Fact]
    public void Entities_are_not_followed_and_texts_named_over_and_over_do_not_swell()
    {
        var workbook = Workbooks.Of([["ЖСН"], [850315400014L]]);
        const string Doctype = """<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>""";
        var swollen = Workbooks.Of(
        [
            ["ЖСН", .. Enumerable.Repeat<object>("Мектеп", 1)],
            .. Enumerable.Repeat<IReadOnlyList<object>>([850315400014L, new string('м', 2_000)], 4_000),
        ]);

        Assert.IsType<ListFileDamaged>(Content(Workbooks.With(workbook, SheetOf(workbook), Workbooks.Sheet(Doctype, "ЖСН")), "тізім.xlsx").Error);
        Assert.IsType<ListFileSwells>(Content(swollen, "тізім.xlsx").Error);
    }

    [Fact]
    public void Texts_inside_cells_are_read()
    {
        var workbook = Workbooks.Of([["x"]]);

        var table = Reader.Read(new MemoryStream(Workbooks.With(workbook, SheetOf(workbook), Workbooks.Sheet("", "ЖСН", "Тегі"))), "тізім.xlsx", CancellationToken.None);

        Assert.Equal(["ЖСН", "Тегі"], table.Value.Rows[0].Cells);
    }

    [Fact]
    public void What_our_files_keep_from_being_a_formula_is_read_without_the_mark()
    {
        var content = Content("ИИН;Школа\r\n850315 400014;'=1+1\r\n1;'Школа'\r\n").Value;

        Assert.Equal(["=1+1", "'Школа'"], content.Lines.Select(l => content.Cell(l, ListColumn.School)));
    }

    [Fact]
    public void What_is_stored_is_what_was_read()
    {
        var content = Content("ИИН;Школа;Прочее\r\n850315400014;\"a\"\"<б>\r\n\";x\r\n").Value;

        Assert.Equal(content.ToJson(), ListContent.Of(content.ToJson()).ToJson());
    }

    private static string SheetOf(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        return zip.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).FullName;
    }

    private static Result<ListContent> Content(string text, string name = "тізім.csv") => Content(Encoding.UTF8.GetBytes(text), name);

    private static Result<ListContent> Content(byte[] bytes, string name = "тізім.csv")
    {
        using var stream = new MemoryStream(bytes);
        var table = Reader.Read(stream, name, CancellationToken.None);
        return table.Error is { } refused ? refused : ListContent.Of(table.Value);
    }
}
