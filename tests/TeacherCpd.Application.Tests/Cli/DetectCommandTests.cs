using System.CommandLine;
using System.Globalization;
using System.Text;
using TeacherCpd.Cli;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Cli;

public sealed class DetectCommandTests : IDisposable
{
    private const string Copied =
        "Үшінші сабақта оқушылар сұрақтарды өздері топтастырып, қайсысы ойлануды талап ететінін талқылады. " +
        "Рөлдік карточкадан кейін үндемей отырған екі бала да пікірін дәлелмен айта бастады.";

    private readonly TemporaryFolder folder = new();

    public DetectCommandTests()
    {
        Write("susp", "a.txt", "Менің есебім екі бөлімнен тұрады, әрқайсысы бөлек жазылды. " + Copied + " Соңында қорытынды бар.");
        Write("susp", "b.txt", "Көктемде мектеп бағына жүз түп алма ағашы отырғызылды, ата-аналар су тасыды.");
        Write("src", "1.txt", "Қыста әріптесім былай деп жазған еді. " + Copied);
        Write("src", "2.txt", "Күзде дене шынықтыру мұғалімдері облыстық жарысқа дайындалып, екі рет жаттығу өткізді.");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copied_passage_is_one_line_whose_offsets_point_at_it_in_both_texts(bool pairs)
    {
        File.WriteAllText(In("pairs"), "a.txt 1.txt\na.txt\t2.txt\nb.txt 2.txt\n");

        var (code, _) = await RunAsync(pairs ? ["--pairs", In("pairs")] : []);

        Assert.Equal(0, code);
        var line = Assert.Single(await File.ReadAllLinesAsync(In("out.tsv"), TestContext.Current.CancellationToken)).Split('\t');
        Assert.Equal(["a.txt", "1.txt"], line[..2]);
        var at = line[2..].Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Copied, File.ReadAllText(In("susp/a.txt"))[at[0]..at[1]].Trim());
        Assert.Equal(Copied, File.ReadAllText(In("src/1.txt"))[at[2]..at[3]].Trim());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_the_others_go_on()
    {
        File.WriteAllText(In("pairs"), "a.txt gone.txt\nlost.txt 1.txt\na.txt 1.txt\n");

        var (code, error) = await RunAsync("--pairs", In("pairs"));

        Assert.Equal(2, code);
        Assert.Contains("gone.txt", error, StringComparison.Ordinal);
        Assert.Contains("lost.txt", error, StringComparison.Ordinal);
        Assert.Single(File.ReadAllLines(In("out.tsv")));
    }

    [Fact]
    public async Task A_line_that_is_no_pair_is_said_rather_than_passed_over()
    {
        File.WriteAllText(In("pairs"), "a.txt 1.txt\na.txt\n");

        var (code, error) = await RunAsync("--pairs", In("pairs"));

        Assert.Equal(2, code);
        Assert.Contains("a.txt", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_in_the_pairs_leads_to_no_other_folder()
    {
        File.WriteAllText(In("secret.txt"), Copied);
        File.WriteAllText(In("pairs"), "a.txt ../secret.txt\n");

        Assert.Equal(2, (await RunAsync("--pairs", In("pairs"))).Code);
        Assert.Empty(File.ReadAllLines(In("out.tsv")));
    }

    [Fact]
    public async Task An_old_file_of_one_byte_a_letter_is_read_as_what_it_is()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string russian = "На третьем уроке ученики сами сгруппировали вопросы и обсудили, какие из них требуют размышления и доказательств.";
        File.WriteAllBytes(In("susp/a.txt"), Encoding.GetEncoding(1251).GetBytes(russian));
        Write("src", "1.txt", russian);

        await RunAsync();

        Assert.StartsWith("a.txt\t1.txt\t0\t", Assert.Single(File.ReadAllLines(In("out.tsv"))), StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(folder.Path, name);

    private void Write(string directory, string name, string text)
    {
        Directory.CreateDirectory(In(directory));
        File.WriteAllText(Path.Combine(In(directory), name), text);
    }

    private async Task<(int Code, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.Create(TextReader.Null)
            .Parse(["originality", "detect", "--suspicious", In("susp"), "--sources", In("src"), "--output", In("out.tsv"), .. arguments])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, error.ToString());
    }
}
