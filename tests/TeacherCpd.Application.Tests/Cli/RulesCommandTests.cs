using System.CommandLine;
using System.Text.Json.Nodes;
using TeacherCpd.Cli;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Cli;

public sealed class RulesCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_sound_edition_is_named_with_what_is_odd_or_open_in_it()
    {
        var (code, output, error) = await ValidateAsync(BundledRuleSets.Order83N32);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("sheets/deputy/rows/general/threshold/deputy_cat2: printed 47, the criteria add up to 48", output, StringComparison.Ordinal);
        Assert.Contains("windows/application: not filled in", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "term")]
    [InlineData("no json", "not json")]
    public async Task Every_fault_is_named_and_the_code_is_2(string json, string named)
    {
        var (code, output, error) = await ValidateAsync(json);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_schema_is_written()
    {
        var (code, output, _) = await RunAsync("attestation", "rules", "schema");

        Assert.Equal(0, code);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", JsonNode.Parse(output)!["$schema"]!.GetValue<string>());
    }

    private async Task<(int Code, string Output, string Error)> ValidateAsync(string json)
    {
        var file = Path.Combine(folder.Path, "edition.json");
        await File.WriteAllTextAsync(file, json, TestContext.Current.CancellationToken);
        return await RunAsync("attestation", "rules", "validate", file);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Create(TextReader.Null).Parse(arguments)
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
