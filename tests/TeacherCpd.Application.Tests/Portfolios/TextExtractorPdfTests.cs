using System.Text;
using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class TextExtractorPdfTests : TextExtractorTest
{
    [Fact]
    public void Pdf_KeepsKazakhLettersAndCountsPages()
    {
        using var file = SampleFiles.Pdf((70, 760, SampleFiles.KazakhLetters));

        var text = Text(file, "a.pdf");

        Assert.Equal(SampleFiles.KazakhLetters, text.Text);
        Assert.Equal(1, text.Pages);
        Assert.Equal("application/pdf", text.MediaType);
    }

    [Fact]
    public void Pdf_ReadsColumnsOneAfterTheOtherAndJoinsHyphenatedLines()
    {
        // drawn line by line across both columns, as some programs do
        using var file = SampleFiles.Pdf(
            (70, 700, "Мұғалім сабақты бақылап,"), (330, 700, "Екінші бағанда басқа"),
            (70, 686, "оқушылармен бірге зерт-"), (330, 686, "мәтін басталады және"),
            (70, 672, "теу жұмысын жүргізеді."), (330, 672, "осы жерде аяқталады."));

        var text = Text(file, "a.pdf").Text;

        Assert.Equal(
            "Мұғалім сабақты бақылап, оқушылармен бірге зерттеу жұмысын жүргізеді.\nЕкінші бағанда басқа мәтін басталады және осы жерде аяқталады.",
            text);
    }

    [Theory]
    [InlineData("3 Tr (unseen) Tj", HiddenRunKind.NotShown)]
    [InlineData("7 Tr (unseen) Tj", HiddenRunKind.NotShown)]
    [InlineData("1 g (unseen) Tj", HiddenRunKind.BackgroundColour)]
    [InlineData("0.98 0.99 1 rg (unseen) Tj", HiddenRunKind.BackgroundColour)]
    [InlineData("0 0 0 0 k (unseen) Tj", HiddenRunKind.BackgroundColour)]
    [InlineData("1 G 1 Tr (unseen) Tj", HiddenRunKind.BackgroundColour)]
    [InlineData("1 g 1 G 2 Tr (unseen) Tj", HiddenRunKind.BackgroundColour)]
    [InlineData("/Latin 2 Tf (unseen) Tj", HiddenRunKind.Tiny)]
    [InlineData("0.1 0 0 0.1 70 600 Tm (unseen) Tj", HiddenRunKind.Tiny)]
    [InlineData("600 0 Td (unseen) Tj", HiddenRunKind.OutsidePage)]
    [InlineData("0 -800 Td (unseen) Tj", HiddenRunKind.OutsidePage)]
    public void Pdf_MarksARunThatAReaderCannotSee(string hidden, HiddenRunKind kind)
    {
        using var file = SamplePdf.Pages($"BT /Latin 12 Tf 70 700 Td (Seen) Tj 0 -60 Td {hidden} ET");

        var text = Text(file, "a.pdf");

        Assert.Equal("Seen\nunseen", text.Text);
        Assert.Equal([new HiddenRun(5, 6, kind)], text.Hidden);
    }

    [Theory]
    [InlineData("BT /Latin 12 Tf 0.9 g 70 700 Td (grey) Tj ET")]
    [InlineData("BT /Latin 12 Tf 1 g 2 Tr 70 700 Td (outlined) Tj ET")]
    [InlineData("BT /Latin 2.5 Tf 70 700 Td (small) Tj ET")]
    [InlineData("BT /Latin 0.1 Tf 120 0 0 120 70 700 Tm (scaled) Tj ET")]
    [InlineData("0 0 0.5 rg 60 690 200 30 re f BT /Latin 12 Tf 1 g 70 700 Td (on colour) Tj ET")]
    [InlineData("q 200 0 0 30 60 690 cm /Picture Do Q BT /Latin 12 Tf 1 g 70 700 Td (on a picture) Tj ET")]
    [InlineData("q 60 690 200 30 re W n /Gradient sh Q BT /Latin 12 Tf 1 g 70 700 Td (on a gradient) Tj ET")]
    public void Pdf_DoesNotMarkARunThatAReaderSees(string content)
    {
        using var file = SamplePdf.Pages(content);

        var text = Text(file, "a.pdf");

        Assert.NotEmpty(text.Text);
        Assert.Empty(text.Hidden);
    }

    [Theory]
    [InlineData("0 0 0.5 rg 60 690 200 30 re f 1 g 60 690 200 30 re f")]
    [InlineData("0 0 0.5 rg 60 590 200 30 re f")]
    [InlineData("0 0 0.5 RG 60 690 200 30 re S")]
    public void Pdf_WhiteIsHiddenOnWhiteAndBesideAColour(string drawing)
    {
        using var file = SamplePdf.Pages($"{drawing} BT /Latin 12 Tf 1 g 70 700 Td (unseen) Tj 0 g 0 -200 Td (Seen) Tj ET");

        Assert.Equal([new HiddenRun(5, 6, HiddenRunKind.BackgroundColour)], Text(file, "a.pdf").Hidden);
    }

    [Theory]
    [InlineData("/CropBox [100 100 400 500]", "BT /Latin 12 Tf 150 150 Td (Seen) Tj -100 -100 Td (unseen) Tj ET")]
    [InlineData("/CropBox [100 100 400 500] /Rotate 90", "BT /Latin 12 Tf 150 150 Td (Seen) Tj -100 -100 Td (unseen) Tj ET")]
    [InlineData("/CropBox [-500 -500 1500 1500]", "BT /Latin 12 Tf 150 150 Td (Seen) Tj 1000 0 Td (unseen) Tj ET")]
    public void Pdf_TheEdgeIsThatOfThePartThatIsShown(string box, string content)
    {
        using var file = SamplePdf.Page(content, box);

        Assert.Equal([new HiddenRun(5, 6, HiddenRunKind.OutsidePage)], Text(file, "a.pdf").Hidden);
    }

    [Fact]
    public void Pdf_HiddenLettersDoNotTearVisibleWordsAsunder()
    {
        using var file = SamplePdf.Pages("BT /Latin 12 Tf 70 700 Td (Visi) Tj 1 g (xx) Tj 0 g 19.3 0 Td (ble) Tj ET");

        var text = Text(file, "a.pdf");

        Assert.Equal("Visible\nxx", text.Text);
    }

    [Fact]
    public void Pdf_TheUnseenTextOfAScanIsItsText()
    {
        // the picture in two stripes, as scanners write it, what was read behind it, and a number stamped on it
        using var file = SamplePdf.Pages("""
            q 595 0 0 421 0 0 cm /Picture Do Q q 595 0 0 421 0 421 cm /Picture Do Q
            BT /Latin 12 Tf 3 Tr 70 700 Td (What the picture shows) Tj 0 Tr 0 -600 Td (No 17) Tj ET
            """);

        var text = Text(file, "a.pdf");

        Assert.Equal("What the picture shows No 17", text.Text);
        Assert.Empty(text.Hidden);
        Assert.Equal(0, text.PagesWithoutText);
    }

    [Theory]
    [InlineData("q 200 0 0 200 60 600 cm /Picture Do Q BT /Latin 12 Tf 3 Tr 70 700 Td (unseen) Tj 0 Tr 0 -500 Td (See) Tj ET")]
    [InlineData("q 595 0 0 842 0 0 cm /Picture Do Q BT /Latin 12 Tf 3 Tr 70 700 Td (unseen) Tj 0 Tr 0 -500 Td (Seen and longer) Tj ET")]
    public void Pdf_UnseenTextOnASmallPictureOrAmongVisibleTextIsHidden(string content)
    {
        using var file = SamplePdf.Pages(content);

        Assert.Equal(HiddenRunKind.NotShown, Assert.Single(Text(file, "a.pdf").Hidden).Kind);
    }

    [Fact]
    public void Pdf_AWordWithoutLettersIsUnreadableAndABulletIsNot()
    {
        using var file = SamplePdf.OfStream(
            "BT /Latin 12 Tf 70 700 Td (One two three) Tj /Own 12 Tf 0 -40 Td (A) Tj /Latin 12 Tf 40 0 Td (four) Tj 60 0 Td /Own 12 Tf (ABB) Tj ET"u8.ToArray(),
            characterMap: "2 beginbfchar <41> <F0B7> <42> <04D9> endbfchar");

        var text = Text(file, "a.pdf");

        var run = Assert.Single(text.Hidden);
        Assert.Equal((HiddenRunKind.Unreadable, "\uF0B7әә"), (run.Kind, text.Text.Substring(run.Start, run.Length)));
    }

    [Theory]
    [InlineData("/Own", "(ABBA) Tj", "<41> <E001> <42> <E002>")]
    [InlineData("/Own", "(ABBA) Tj", "<41> <FFFD> <42> <FFFD>")]
    [InlineData("/Own", "(ABBA) Tj", "<41> <0001> <42> <0002>")]
    [InlineData("/Mute", "<0041006200630064> Tj", "<41> <04D9> <42> <04D9>")]
    public void Pdf_WhoseCharacterMapIsBrokenHasNoTextInsteadOfWords(string font, string show, string map)
    {
        using var file = SamplePdf.OfStream(
            Encoding.ASCII.GetBytes($"BT {font} 12 Tf 70 700 Td {show} 0 -20 Td {show} 0 -20 Td {show} 0 -60 Td /Latin 12 Tf (one) Tj ET"),
            characterMap: $"2 beginbfchar {map} endbfchar");

        Assert.Equal(new FileWithoutText(1), Error(file, "a.pdf"));
    }

    [Fact]
    public void Pdf_ALetterAndItsAccentDrawnApartAreOneReadableLetter()
    {
        using var file = SamplePdf.Pages("BT /Wide 12 Tf 70 700 Td <00430041004200430043> Tj ET");

        var text = Text(file, "a.pdf");

        Assert.Equal("әé әә", text.Text.Normalize());
        Assert.Empty(text.Hidden);
    }

    [Fact]
    public void Pdf_TheThirdSignOfAFontIsItsSpaceWhereTheFileDoesNotSay()
    {
        using var file = SamplePdf.Pages("BT /Wide 12 Tf 70 700 Td <004300430003004300430003> Tj ET");

        var text = Text(file, "a.pdf");

        Assert.Equal("әә әә", text.Text.Trim());
        Assert.Empty(text.Hidden);
    }

    [Fact]
    public void Pdf_CountsPagesThatShowSomethingAndGiveNoText()
    {
        const string picture = "q 500 0 0 700 40 60 cm /Picture Do Q ";
        using var file = SamplePdf.Pages(
            "BT /Latin 12 Tf 70 700 Td (A page of text.) Tj ET",
            picture,
            picture + "BT /Latin 12 Tf 300 30 Td (3) Tj ET",
            "70 700 m 100 720 l 130 700 l f",
            "BT /Mute 12 Tf 70 700 Td <0041006200630064> Tj ET",
            "",
            picture + "BT /Latin 12 Tf 300 30 Td (Picture and its words) Tj ET",
            "BT /Latin 12 Tf 70 700 Td (2026) Tj ET");

        var text = Text(file, "a.pdf");

        Assert.Equal((8, 4), (text.Pages, text.PagesWithoutText));
        Assert.Equal("A page of text.\n3\nPicture and its words\n2026", text.Text);
    }

    [Fact]
    public void Pdf_WithoutTextAsksForAPerson()
    {
        using var file = SamplePdf.OfStream("0 0 100 100 re f"u8.ToArray());

        Assert.Equal(new FileWithoutText(1), Error(file, "scan.pdf"));
    }

    [Fact]
    public void Pdf_WhoseCharacterMapGivesHalfASurrogatePairHasAReplacementCharacter()
    {
        using var file = SamplePdf.OfStream(
            "BT /Own 12 Tf 70 700 Td (BB) Tj 0 -60 Td (BAB) Tj ET"u8.ToArray(),
            characterMap: "2 beginbfchar <41> <D800> <42> <04D9> endbfchar");

        Assert.Equal("әә ә\uFFFDә", Text(file, "a.pdf").Text);
    }
}
