using System.Reflection;
using System.Text.RegularExpressions;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Cli;
using TeacherCpd.Domain.Common;
using TeacherCpd.Infrastructure.Persistence;
using TeacherCpd.Web.Common;

namespace TeacherCpd.Architecture.Tests;

/// <summary>The documents name what exists and use the words of the product. Each rule was made to fail once.</summary>
public sealed partial class DocumentTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(Entity).Assembly, Assembly.Load("TeacherCpd.Originality"), typeof(IAppDbContext).Assembly,
        typeof(AppDbContext).Assembly, typeof(AppPage).Assembly, typeof(CommandLine).Assembly,
    ];

    [Fact]
    public void Every_link_leads_to_a_file()
    {
        var repository = LayerTests.Repository();
        string[] documents =
        [
            Path.Combine(repository, "README.md"),
            Path.Combine(repository, "CONTRIBUTING.md"),
            .. Directory.EnumerateFiles(Path.Combine(repository, "docs"), "*.md", SearchOption.AllDirectories),
        ];

        var links = documents
            .SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(m => (File: file, To: m.Groups["to"].Value)))
            .ToList();

        Assert.NotEmpty(links);
        Assert.Empty(links
            .Where(link => !Path.Exists(Path.Combine(Path.GetDirectoryName(link.File)!, Uri.UnescapeDataString(link.To))))
            .Select(link => $"{link.To} in {link.File}"));
    }

    [Fact]
    public void Every_page_that_the_list_of_systems_names_exists()
    {
        var repository = LayerTests.Repository();
        var routes = Directory.EnumerateFiles(Path.Combine(repository, "src", "TeacherCpd.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => Route().Matches(File.ReadAllText(file)).Select(m => m.Groups["route"].Value))
            .ToList();
        var named = Address().Matches(File.ReadAllText(Path.Combine(repository, "docs", "systems.md"))).Select(m => m.Groups["path"].Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.All(named, path => Assert.Contains(
            routes, route => path.EndsWith('…') ? route.StartsWith(path[..^1], StringComparison.Ordinal) : route == path || route.StartsWith(path + "/{", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_type_that_the_glossary_names_exists()
    {
        var types = Assemblies.SelectMany(a => a.GetTypes()).Select(t => t.Name.Split('`')[0]).ToHashSet();
        var named = Glossary().SelectMany(row => Name().Matches(row.Code).Select(m => m.Groups["name"].Value)).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(types));
    }

    [Fact]
    public void The_glossary_uses_the_words_of_the_pages()
    {
        var rows = Glossary().Where(row => row.TextKey.Length > 0).ToList();

        Assert.NotEmpty(rows);
        Assert.Empty(rows
            .Where(row => !TextCatalogue.Has(row.TextKey)
                || !Same(TextCatalogue.Raw(row.TextKey).Kk, row.Kazakh)
                || !Same(TextCatalogue.Raw(row.TextKey).Ru, row.Russian))
            .Select(row => row.TextKey));
    }

    private static bool Same(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static List<Row> Glossary() =>
        [.. File.ReadLines(Path.Combine(LayerTests.Repository(), "docs", "glossary.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| English ", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => new Row(cells[2], cells[3], cells[5], cells[6].Trim('`')))];

    // [words](to), without an address of another site and without the place inside the file
    [GeneratedRegex("@page \"(?<route>/[^\"]*)\"")]
    private static partial Regex Route();

    [GeneratedRegex("`(?<path>/[a-z][^`\\s]*)`")]
    private static partial Regex Address();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<to>[^)#\s]+)(#[^)\s]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`")]
    private static partial Regex Name();

    private sealed record Row(string Kazakh, string Russian, string Code, string TextKey);
}
