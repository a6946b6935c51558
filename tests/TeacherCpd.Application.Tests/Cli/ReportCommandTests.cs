using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using TeacherCpd.Application.Reports;
using TeacherCpd.Cli;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Cli;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder home = new();

    public ReportCommandTests() => Directory.CreateDirectory(Path.Combine(home.Path, "wwwroot"));

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        home.Dispose();
    }

    [Fact]
    public async Task The_list_names_every_report_with_its_table()
    {
        var (code, output, _) = await RunAsync("report", "list");

        Assert.Equal(0, code);
        Assert.All(ReportCatalogue.All, r => Assert.Contains(output.Split(Environment.NewLine), line => line.StartsWith($"{r.Name} ", StringComparison.Ordinal)));
        Assert.Contains("T17", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "There is no report", "--year", "2022")]
    [InlineData("T07", "takes no --region", "--year", "2022", "--region", "39")]
    [InlineData("T09", "2000 to 2100", "--year", "1999")]
    [InlineData("T09", "no day", "--year", "2022", "--day", "30.09.2022")]
    public async Task What_cannot_be_asked_is_said(string name, string said, params string[] options)
    {
        var (code, output, error) = await RunAsync(["report", name, .. options]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programmes_of_the_reference_data_are_printed_as_csv_and_json()
    {
        await RunAsync("migrate");
        await RunAsync("seed", "reference");

        var csv = await RunAsync("report", "T06", "--year", "2022");
        var json = await RunAsync("report", "programmes-by-direction", "--year", "2022", "--format", "json", "--language", "Ru");

        // table 6 of the report for 2022 has 31 programmes of that year; those of the years before it are not among the reference data
        Assert.Equal((0, ""), (csv.Code, csv.Error));
        Assert.StartsWith("direction,direction_name,2020,2021,2022,total,share,share_numerator,share_denominator\r\n", csv.Output, StringComparison.Ordinal);
        Assert.EndsWith("total,,0,0,31,31,100,31,31\r\n", csv.Output, StringComparison.Ordinal);
        var total = JsonNode.Parse(json.Output)!["total"]!;
        Assert.Equal(31, (int)total["2022"]!);
        Assert.Equal(31, (int)total["share"]!["denominator"]!);
    }

    [Fact]
    public async Task A_region_is_found_by_its_code_and_by_its_name()
    {
        await RunAsync("migrate");
        await RunAsync("seed", "reference");

        var byCode = await RunAsync("report", "T09", "--year", "2022", "--region", "39", "--format", "json");
        var byName = await RunAsync("report", "T09", "--year", "2022", "--region", "қостанай облысы", "--format", "json");
        var none = await RunAsync("report", "T09", "--year", "2022", "--region", "Атлантида");

        Assert.Equal((0, 0, 2), (byCode.Code, byName.Code, none.Code));
        Assert.Equal(byCode.Output, byName.Output);
        Assert.NotNull(JsonNode.Parse(byCode.Output)!["place"]);
        Assert.Contains("Атлантида", none.Error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Create(TextReader.Null).Parse([.. arguments, "--home", home.Path])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
