using System.Text.RegularExpressions;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Texts;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Architecture.Tests;

/// <summary>No text is missing in any language.</summary>
public sealed partial class TextTests
{
    [Fact]
    public void Every_text_stands_in_three_languages_with_the_same_places()
    {
        var faults = TextCatalogue.Keys.Where(key =>
        {
            var text = TextCatalogue.Raw(key);
            string[] all = [text.Kk, text.Ru, text.En];
            return all.Any(string.IsNullOrWhiteSpace) || all.Select(Places).Distinct().Count() > 1;
        });

        Assert.Empty(faults);
    }

    [Fact]
    public void Every_error_has_its_text() => Assert.DoesNotContain(Errors(), code => !TextCatalogue.Has($"error.{code}"));

    [Fact]
    public void Every_text_that_code_and_pages_name_exists()
    {
        var missing = new SortedSet<string>();
        foreach (var file in Sources())
        {
            foreach (Match match in Named().Matches(File.ReadAllText(file)))
            {
                var key = match.Groups["key"].Value;
                if (key.Length > 0 && !TextCatalogue.Has(key))
                {
                    missing.Add($"{key} in {Path.GetFileName(file)}");
                }
            }
        }

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_code_of_a_validator_has_its_text()
    {
        var missing = Sources()
            .SelectMany(file => Codes().Matches(File.ReadAllText(file)))
            .Select(m => m.Groups["code"].Value)
            .Where(code => !TextCatalogue.Has($"error.{code}"))
            .Distinct();

        Assert.Empty(missing);
    }

    private static string Places(string text) => string.Join(",", Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order());

    private static IEnumerable<string> Errors() =>
        new[] { typeof(Entity).Assembly, typeof(IAppDbContext).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => typeof(Error).IsAssignableFrom(t) && !t.IsAbstract)
            .Select(CodeOf)
            .OfType<string>();

    // the code is a constant of the type: any instance tells it
    private static string? CodeOf(Type type)
    {
        var constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).First();
        var args = constructor.GetParameters()
            .Select(p => p.ParameterType == typeof(string) ? "" : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)
            .ToArray();
        return ((Error)constructor.Invoke(args)).Code;
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(LayerTests.Repository(), "src"), "*.cs*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    // T["key"], label="key", hint="key", TodayItem("key"
    [GeneratedRegex("""(?:\bT\["|\b(?:label|hint)="|TodayItem\(\s*")(?<key>[a-z0-9_]+(?:\.[A-Za-z0-9_]+)+)["\]]""")]
    private static partial Regex Named();

    [GeneratedRegex("""WithErrorCode\("(?<code>[a-z_]+)"\)""")]
    private static partial Regex Codes();

    [GeneratedRegex("""\{(\d+)[^}]*\}""")]
    private static partial Regex Place();
}
