using TeacherCpd.Application.Portfolios;

namespace TeacherCpd.Application.Tests.Portfolios;

public sealed class TextExtractorOdtTests : TextExtractorTest
{
    [Fact]
    public void Odt_KeepsKazakhLettersTablesAndNotesButNotCommentsOrDeletedText()
    {
        using var file = SampleFiles.Odt($"""
            <text:tracked-changes><text:p>жойылған</text:p></text:tracked-changes>
            <text:h>{SampleFiles.KazakhLetters}</text:h>
            <text:p>Сабақ<text:s text:c="2"/>
               <text:span>жоспары</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>сілтеме</text:p></text:note-body></text:note>
               <office:annotation><dc:creator>Кім</dc:creator><text:p>пікір</text:p></office:annotation> мен<text:tab/>есебі</text:p>
            <table:table><table:table-row><table:table-cell><text:p>ұяшық</text:p></table:table-cell></table:table-row></table:table>
            """);

        var text = Text(file, "a.odt");

        Assert.Equal($"{SampleFiles.KazakhLetters}\nСабақ  жоспары мен\tесебі\nсілтеме\nұяшық", text.Text);
        Assert.Equal(Odt, text.MediaType);
    }

    [Theory]
    [InlineData("text:display=\"none\"", HiddenRunKind.NotShown)]
    [InlineData("fo:color=\"#ffffff\"", HiddenRunKind.BackgroundColour)]
    [InlineData("fo:color=\"#0b6072\" fo:background-color=\"#0b6072\"", HiddenRunKind.BackgroundColour)]
    [InlineData("fo:color=\"#fdfdfd\" fo:background-color=\"transparent\"", HiddenRunKind.BackgroundColour)]
    [InlineData("fo:font-size=\"1.5pt\"", HiddenRunKind.Tiny)]
    [InlineData("fo:font-size=\"10%\"", HiddenRunKind.Tiny)]
    public void Odt_MarksARunThatAReaderCannotSee(string properties, HiddenRunKind kind)
    {
        using var file = SampleFiles.Odt(
            "<text:p>көрінеді <text:span text:style-name=\"T2\">жасырын</text:span></text:p>",
            $"<style:style style:name=\"T1\"><style:text-properties {properties}/></style:style><style:style style:name=\"T2\" style:parent-style-name=\"T1\"/>");

        var text = Text(file, "a.odt");

        Assert.Equal([new HiddenRun(9, 7, kind)], text.Hidden);
    }

    [Theory]
    [InlineData("fo:color=\"#ffffff\" fo:background-color=\"#0b6072\"")]
    [InlineData("fo:color=\"#ffffff\" style:use-window-font-color=\"true\"")]
    [InlineData("fo:background-color=\"#000000\"")]
    [InlineData("fo:font-size=\"2.5pt\"")]
    [InlineData("fo:font-size=\"50%\"")]
    [InlineData("text:display=\"true\"")]
    public void Odt_DoesNotMarkARunThatAReaderSees(string properties)
    {
        using var file = SampleFiles.Odt(
            "<text:p><text:span text:style-name=\"T1\">көрінеді</text:span></text:p>",
            $"<style:style style:name=\"T1\"><style:text-properties {properties}/></style:style>");

        Assert.Empty(Text(file, "a.odt").Hidden);
    }

    [Theory]
    [InlineData("text:display=\"none\"", true)]
    [InlineData("text:display=\"condition\" text:condition=\"ooow:1==1\" text:is-hidden=\"true\"", true)]
    [InlineData("text:display=\"true\"", false)]
    public void Odt_ASectionThatIsNotDisplayedHidesItsParagraphs(string display, bool isHidden)
    {
        using var file = SampleFiles.Odt($"<text:section {display}><text:p>жасырын</text:p></text:section><text:p>көрінеді</text:p>");

        var text = Text(file, "a.odt");

        Assert.Equal("жасырын\nкөрінеді", text.Text);
        Assert.Equal(isHidden ? [new HiddenRun(0, 7, HiddenRunKind.NotShown)] : [], text.Hidden);
    }

    [Fact]
    public void Odt_TheColourOfACellHidesLettersOfThatColourAndNoOthers()
    {
        const string styles = """
            <style:style style:name="Dark"><style:table-cell-properties fo:background-color="#1f2937"/></style:style>
            <style:style style:name="AsDark"><style:text-properties fo:color="#1f2937"/></style:style>
            <style:style style:name="White"><style:text-properties fo:color="#ffffff"/></style:style>
            """;
        const string words = "<text:p><text:span text:style-name=\"AsDark\">{0}</text:span><text:span text:style-name=\"White\">{1}</text:span></text:p>";
        using var file = SampleFiles.Odt(
            "<table:table><table:table-row><table:table-cell table:style-name=\"Dark\">" + words.Replace("{0}", "бір", StringComparison.Ordinal).Replace("{1}", "екі", StringComparison.Ordinal) +
            "</table:table-cell><table:table-cell>" + words.Replace("{0}", "үш", StringComparison.Ordinal).Replace("{1}", "төрт", StringComparison.Ordinal) + "</table:table-cell></table:table-row></table:table>",
            styles);

        var text = Text(file, "a.odt");

        Assert.Equal(["бір", "төрт"], text.Hidden.Select(h => text.Text.Substring(h.Start, h.Length)));
    }

    [Fact]
    public void Odt_TheDefaultStyleHidesWhatNoOtherStyleShows()
    {
        using var file = SampleFiles.Odt(
            "<text:p>жасырын<text:span text:style-name=\"T1\">көрінеді</text:span></text:p>",
            "<style:default-style style:family=\"paragraph\"><style:text-properties fo:color=\"#ffffff\"/></style:default-style>" +
            "<style:default-style style:family=\"graphic\"><style:text-properties fo:font-size=\"1pt\"/></style:default-style>" +
            "<style:style style:name=\"T1\"><style:text-properties fo:color=\"#000000\"/></style:style>");

        Assert.Equal([new HiddenRun(0, 7, HiddenRunKind.BackgroundColour)], Text(file, "a.odt").Hidden);
    }
}
