using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using TeacherCpd.Cli;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Testing;

namespace TeacherCpd.Application.Tests.Cli;

public sealed class AssessCommandTests : IDisposable
{
    private const string Trainee = """
        {"id": "t", "on": "2026-02-10", "ladder": "teacher", "organisation": "school",
         "current": {"category": "trainee", "grantedOn": "2024-09-02", "format": "new", "confirmationsInARow": 0},
         "claimed": "teacher", "experienceYears": 1.4}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task One_case_gives_one_answer_and_a_list_a_list_in_its_order()
    {
        var (code, one, error) = await RunAsync(Trainee);
        var (_, list, _) = await RunAsync($"\n [{Trainee}, {Trainee.Replace("\"t\"", "\"u\"", StringComparison.Ordinal)}]");

        Assert.Equal((0, ""), (code, error));
        Assert.Equal("teacher", JsonNode.Parse(one)!["awarded"]!.GetValue<string>());
        Assert.Equal(BundledCode, JsonNode.Parse(one)!["ruleset"]!.GetValue<string>());
        Assert.Equal(["t", "u"], JsonNode.Parse(list)!.AsArray().Select(n => n!["id"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("kk", "жыл")]
    [InlineData("ru", "стажёр")]
    [InlineData("en", "year")]
    public async Task Reasons_are_in_the_language_asked_for(string language, string word)
    {
        var (_, output, _) = await RunAsync(Trainee, "--language", language);

        Assert.Contains(JsonNode.Parse(output)!["reasons"]!.AsArray(), r => r!["text"]!.GetValue<string>().Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("""[{"claimed": "expert"}, {"claimed": "expert", "on": "soon", "points": {"1.1": -1}}]""", "[1].on: date needed", "[1].points.1.1: number needed")]
    [InlineData("""[{"claimed": "expert", "ruleset": "KZ.Nobody/1"}]""", "[0].ruleset: unknown value", "KZ.MoE.Order83/2025-02-25/N32")]
    [InlineData("""{"claimed": "expert",}""", "line 1: not json", "case.json")]
    public async Task Every_fault_of_a_file_is_named_with_its_place_and_the_code_is_2(string json, string place, string more)
    {
        var (code, output, error) = await RunAsync(json);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(place, error, StringComparison.Ordinal);
        Assert.Contains(more, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_not_UTF8_is_said_in_a_line()
    {
        var missing = await RunAsync(null);
        await File.WriteAllBytesAsync(Case, Encoding.Latin1.GetBytes("{\"id\": \"\u00e9\"}"), TestContext.Current.CancellationToken);
        var broken = await RunAsync(null);

        Assert.Equal((2, 2), (missing.Code, broken.Code));
        Assert.Contains("UTF-8", broken.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", missing.Error + broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_from_a_file_answers_from_its_first_day_on()
    {
        var edition = JsonNode.Parse(BundledRuleSets.Order83N32)!;
        edition["code"] = "KZ.Draft/2027";
        edition["validFrom"] = "2027-01-01";
        var draft = Path.Combine(folder.Path, "draft.json");
        await File.WriteAllTextAsync(draft, edition.ToJsonString(), TestContext.Current.CancellationToken);

        var before = await RunAsync(Trainee.Replace("2026-02-10", "2026-12-31", StringComparison.Ordinal), "--rules", draft);
        var after = await RunAsync(Trainee.Replace("2026-02-10", "2027-01-01", StringComparison.Ordinal), "--rules", draft);

        Assert.Equal(BundledCode, JsonNode.Parse(before.Output)!["ruleset"]!.GetValue<string>());
        Assert.Equal("KZ.Draft/2027", JsonNode.Parse(after.Output)!["ruleset"]!.GetValue<string>());
    }

    private static string BundledCode => AttestationRules.Parse(BundledRuleSets.Order83N32).Value.Code;

    private string Case => Path.Combine(folder.Path, "case.json");

    private async Task<(int Code, string Output, string Error)> RunAsync(string? json, params string[] options)
    {
        if (json is not null)
        {
            await File.WriteAllTextAsync(Case, json, TestContext.Current.CancellationToken);
        }

        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.Create(TextReader.Null)
            .Parse(["attestation", "assess", Case, .. options])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }
}
