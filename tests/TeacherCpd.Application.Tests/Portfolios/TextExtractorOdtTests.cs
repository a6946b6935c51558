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
    [InlineData("fo:font-size=\"1.5pt\"", HiddenRunKind.Tiny)]
    public void Odt_MarksARunThatAReaderCannotSee(string properties, HiddenRunKind kind)
    {
        using var file = SampleFiles.Odt(
            "<text:p>көрінеді <text:span text:style-name=\"T2\">жасырын</text:span></text:p>",
            $"<style:style style:name=\"T1\"><style:text-properties {properties}/></style:style><style:style style:name=\"T2\" style:parent-style-name=\"T1\"/>");

        var text = Text(file, "a.odt");

        Assert.Equal([new HiddenRun(9, 7, kind)], text.Hidden);
    }
}
