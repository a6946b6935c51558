using System.CommandLine;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TeacherCpd.Cli;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Cli;

public sealed class IndexAndCheckCommandTests : IDisposable
{
    private const string Copied =
        "Үшінші сабақта оқушылар сұрақтарды өздері топтастырып, қайсысы ойлануды талап ететінін талқылады. " +
        "Рөлдік карточкадан кейін үндемей отырған екі бала да пікірін дәлелмен айта бастады.";

    private const string Own = "Менің есебім екі бөлімнен тұрады, әрқайсысы бөлек жазылды және басқа тақырыпқа арналды.";

    private readonly TemporaryFolder folder = new();

    public IndexAndCheckCommandTests()
    {
        Directory.CreateDirectory(In("src/2026"));
        Write("src/1.txt", "Қыста әріптесім былай деп жазған еді. " + Copied);
        Write("src/2026/2.txt", "Күзде дене шынықтыру мұғалімдері облыстық жарысқа дайындалып, екі рет жаттығу өткізді.");
        Write("report.txt", Own + " " + Copied);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_report_says_what_a_document_shares_with_the_indexed_ones_and_where()
    {
        Assert.Equal((0, "2 document(s), 2 added.", ""), await IndexAsync());

        using var report = await CheckAsync("report.txt");

        var root = report.RootElement;
        Assert.InRange(root.GetProperty("similarity").GetDecimal(), 55, 75);
        Assert.Equal(root.GetProperty("similarity").GetDecimal(), root.GetProperty("sc1").GetDecimal());
        var source = Assert.Single(root.GetProperty("sources").EnumerateArray());
        Assert.Equal("1.txt", source.GetProperty("name").GetString());
        var passage = Assert.Single(root.GetProperty("passages").EnumerateArray());
        var text = File.ReadAllText(In("report.txt"));
        Assert.Equal(Copied, text[passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()]);
        var (code, words, _) = await RunAsync("check", In("report.txt"), "--database", In("index"));
        Assert.Equal(0, code);
        Assert.Contains($"Similarity {root.GetProperty("similarity").GetDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture)} %", words, StringComparison.Ordinal);
        Assert.Contains("Source 1.txt", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_is_extended_and_a_document_that_changed_replaces_its_former_self()
    {
        await IndexAsync();
        Assert.Equal((0, "2 document(s), 0 added.", ""), await IndexAsync());

        Write("src/1.txt", "Енді мұнда мүлде басқа әңгіме: көктемде мектеп бағына жүз түп алма ағашы отырғызылды.");
        Write("src/3.txt", Copied);
        Assert.Equal((0, "3 document(s), 2 added.", ""), await IndexAsync());

        using var report = await CheckAsync("report.txt");
        Assert.Equal("3.txt", Assert.Single(report.RootElement.GetProperty("sources").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_document_without_words_is_not_checked_rather_than_zero()
    {
        await IndexAsync();
        Write("numbers.txt", "*** --- ***");

        using var report = await CheckAsync("numbers.txt");

        Assert.Equal(JsonValueKind.Null, report.RootElement.GetProperty("similarity").ValueKind);
        Assert.StartsWith("Not checked", (await RunAsync("check", In("numbers.txt"), "--database", In("index"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_makes_an_index_in_which_nothing_is_found()
    {
        Directory.CreateDirectory(In("empty"));
        Assert.Equal(0, (await RunAsync("index", "--sources", In("empty"), "--database", In("index"))).Code);

        using var report = await CheckAsync("report.txt");

        Assert.Equal(0, report.RootElement.GetProperty("similarity").GetDecimal());
    }

    [Fact]
    public async Task Evasion_is_shown_as_it_stands_and_as_it_was_read()
    {
        await IndexAsync();
        Write("report.txt", Own + " " + Copied.Replace("сабақта", "caбaқтa", StringComparison.Ordinal));

        using var report = await CheckAsync("report.txt");

        var sign = Assert.Single(report.RootElement.GetProperty("evidence").EnumerateArray());
        Assert.Equal("mixedScript", sign.GetProperty("kind").GetString());
        Assert.Equal("caбaқтa", sign.GetProperty("original").GetString());
        Assert.Equal("сабақта", sign.GetProperty("restored").GetString());
    }

    [Theory]
    [InlineData("report.txt", "missing")]
    [InlineData("missing.txt", "index")]
    [InlineData("report.txt", "report.txt")]
    public async Task What_cannot_be_read_is_said_and_the_code_is_2(string file, string database)
    {
        await IndexAsync();

        var (code, output, error) = await RunAsync("check", In(file), "--database", In(database));

        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_of_another_version_says_that_it_must_be_made_anew()
    {
        await IndexAsync();
        await using (var file = new SqliteConnection($"Data Source={In("index")};Pooling=False"))
        {
            await file.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = file.CreateCommand();
            command.CommandText = "UPDATE IndexedDocuments SET FormatVersion = 1";
            Assert.Equal(2, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains("made anew", (await RunAsync("check", In("report.txt"), "--database", In("index"))).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await IndexAsync()).Code);
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_named_and_the_others_go_in()
    {
        Write("src/broken.docx", "no zip");
        await using (var large = File.Create(In("src/large.txt")))
        {
            // nothing is written: the disk only says that it is so long
            large.SetLength(200L * 1024 * 1024);
        }

        var (code, output, error) = await IndexAsync();

        Assert.Equal((2, "4 document(s), 2 added."), (code, output));
        Assert.Contains("broken.docx was left out", error, StringComparison.Ordinal);
        Assert.Contains("large.txt was left out", error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("check", In("src/large.txt"), "--database", In("index"))).Code);
    }

    [Fact]
    public async Task An_index_may_lie_among_its_documents_and_is_only_read_by_a_check()
    {
        var (code, output, _) = await RunAsync("index", "--sources", In("src"), "--database", In("src/index"));
        Assert.Equal((0, "2 document(s), 2 added."), (code, output));
        Assert.Equal(3, folder.Files.Count(f => f.StartsWith(In("src"), StringComparison.Ordinal)));
        File.SetAttributes(In("src/index"), FileAttributes.ReadOnly);

        Assert.Equal(0, (await RunAsync("check", In("report.txt"), "--database", In("src/index"))).Code);
        File.SetAttributes(In("src/index"), FileAttributes.Normal);
    }

    [Fact]
    public async Task Words_for_people_do_not_change_with_the_language_of_the_machine()
    {
        await IndexAsync();
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("kk-KZ");
        try
        {
            Assert.Matches(@"Similarity \d+\.\d %", (await RunAsync("check", In("report.txt"), "--database", In("index"))).Output);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    private async Task<(int Code, string Output, string Error)> IndexAsync() => await RunAsync("index", "--sources", In("src"), "--database", In("index"));

    private async Task<JsonDocument> CheckAsync(string file)
    {
        var (code, output, error) = await RunAsync("check", In(file), "--database", In("index"), "--json");
        Assert.Equal((0, ""), (code, error));
        return JsonDocument.Parse(output);
    }

    private string In(string name) => Path.Combine(folder.Path, name);

    private void Write(string name, string text) => File.WriteAllText(In(name), text);

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.Create(TextReader.Null)
            .Parse(["originality", .. arguments])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }
}
