using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Architecture.Tests;

/// <summary>The diagrams of <c>docs/states.md</c> say what the state tables say. Each rule was made to fail once.</summary>
public sealed partial class StateDiagramTests
{
    private const string Ends = "[*]";

    private static readonly Dictionary<string, object> Tables = typeof(Entity).Assembly.GetTypes()
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(f => f.FieldType.IsGenericType && f.FieldType.GetGenericTypeDefinition() == typeof(Transitions<>))
        .ToDictionary(f => f.FieldType.GetGenericArguments()[0].Name, f => f.GetValue(null)!);

    private readonly Dictionary<string, List<Arrow>> diagrams = Read();

    [Fact]
    public void Every_table_has_its_diagram_and_every_diagram_its_table() => Assert.Equal(Tables.Keys.Order(), diagrams.Keys.Order());

    [Fact]
    public void Every_arrow_is_a_step_of_the_table_and_every_step_an_arrow()
    {
        Assert.NotEmpty(Tables);
        foreach (var (state, table) in Tables)
        {
            var drawn = diagrams[state].Select(a => $"{state}: {a.From} --> {a.To}").ToList();

            Assert.Equal(drawn.Distinct().Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
            Assert.Equal(Steps(table).Select(step => $"{state}: {step}").Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_arrow_carries_a_command_that_exists()
    {
        var commands = typeof(IAppDbContext).Assembly.GetTypes().Select(t => t.Name).ToHashSet();

        Assert.Empty(diagrams.Values
            .SelectMany(arrows => arrows)
            .Where(a => a.From != Ends && a.To != Ends)
            .Select(a => $"{a.Label}Command")
            .Except(commands));
    }

    /// <summary>The steps of a table, from the state that a new record has to those that nothing follows.</summary>
    private static IEnumerable<string> Steps(object table)
    {
        var type = table.GetType();
        var states = Enum.GetValues(type.GetGenericArguments()[0]);
        yield return $"{Ends} --> {Activator.CreateInstance(type.GetGenericArguments()[0])}";
        foreach (var from in states)
        {
            var next = (IList)type.GetMethod(nameof(Transitions<>.After))!.Invoke(table, [from])!;
            if (next.Count == 0)
            {
                yield return $"{from} --> {Ends}";
            }

            foreach (var to in next)
            {
                yield return $"{from} --> {to}";
            }
        }
    }

    private static Dictionary<string, List<Arrow>> Read()
    {
        var diagrams = new Dictionary<string, List<Arrow>>();
        var heading = "";
        List<Arrow>? open = null;
        foreach (var line in File.ReadLines(Path.Combine(LayerTests.Repository(), "docs", "states.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                heading = line[3..].Trim();
            }
            else if (line == "```mermaid")
            {
                diagrams.Add(heading, open = []);
            }
            else if (line == "```")
            {
                open = null;
            }
            else if (open is not null && line != "stateDiagram-v2")
            {
                // whatever is no arrow would be drawn and not compared
                var arrow = ArrowLine().Match(line);
                Assert.True(arrow.Success, line);
                open.Add(new Arrow(arrow.Groups["from"].Value, arrow.Groups["to"].Value, arrow.Groups["label"].Value));
            }
        }

        return diagrams;
    }

    [GeneratedRegex(@"^ +(?<from>\w+|\[\*\]) --> (?<to>\w+|\[\*\])( : (?<label>\w+))?$")]
    private static partial Regex ArrowLine();

    private sealed record Arrow(string From, string To, string Label);
}
