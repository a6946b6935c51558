using System.CommandLine;
using TeacherCpd.Cli;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Cli;

public sealed class ImportAggregateCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_cell_in_which_stated_and_computed_differ_is_told()
    {
        var (code, output, error) = await RunAsync("table.csv", "region;trained;recommended\nA;\"1 200\";900\nB;2 300;2 100\ntotal;3 500;3 300\n");

        Assert.Equal((3, ""), (code, error));
        Assert.Contains("total / recommended: stated 3300, computed 3000", output, StringComparison.Ordinal);
        Assert.DoesNotContain("trained:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_all_agree_the_code_is_zero()
    {
        var (code, output, _) = await RunAsync("table.csv", "region,trained,share %\nA,\"1 200\",\"35,5%\"\nB,2300,40%\ntotal,3500,-\n");

        Assert.Equal(0, code);
        Assert.Contains("0 difference(s).", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.csv", null)]
    [InlineData("empty.csv", "")]
    [InlineData("words.csv", "only;words\nand;more\n")]
    [InlineData("picture.xlsx", "no workbook")]
    public async Task What_cannot_be_read_has_code_two_and_a_reason(string name, string? content)
    {
        var (code, output, error) = await RunAsync(name, content);

        Assert.Equal((2, ""), (code, output));
        Assert.NotEqual("", error);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string name, string? content)
    {
        var path = Path.Combine(folder.Path, name);
        if (content is not null)
        {
            await File.WriteAllTextAsync(path, content);
        }

        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Create(TextReader.Null).Parse(["import", "aggregate", path]).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
