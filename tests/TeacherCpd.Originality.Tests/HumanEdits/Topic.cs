using System.Text;
using System.Text.RegularExpressions;

namespace TeacherCpd.Originality.Tests.HumanEdits;

/// <summary>
/// An article and what people wrote with and without it. Files: "# source" with a sentence a line, then answers under
/// "# copy", "# light", "# heavy" (made from the source) and "# own" (by somebody who has not seen it), or one "# essay".
/// In copies and essays {3} stands for the third sentence of the source; in an essay [3|...] and [3-4|...] hold an
/// edited form of those sentences.
/// </summary>
internal sealed partial record Topic(string Name, string Source, IReadOnlyList<Answer> Answers)
{
    /// <summary>All topics of the assembly, by name.</summary>
    public static IReadOnlyList<Topic> All { get; } = [.. typeof(Topic).Assembly
        .GetManifestResourceNames()
        .Where(name => name.EndsWith(".txt", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(name =>
        {
            using var reader = new StreamReader(typeof(Topic).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return Parse(name.Split('.')[^2], reader.ReadToEnd());
        })];

    /// <summary>Reads a file.</summary>
    public static Topic Parse(string name, string content)
    {
        string[] parts = content.Split("# ", StringSplitOptions.RemoveEmptyEntries);
        string[] sentences = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        int[] starts = new int[sentences.Length + 1];
        for (int i = 0; i < sentences.Length; i++)
        {
            starts[i + 1] = starts[i] + sentences[i].Length + 1;
        }

        return new Topic(name, string.Join(' ', sentences), [.. parts[1..].Select(part =>
        {
            int line = part.IndexOf('\n', StringComparison.Ordinal);
            return Expand(part[..line].Trim(), part[line..].Trim(), sentences, starts);
        })]);
    }

    private static Answer Expand(string kind, string marked, string[] sentences, int[] starts)
    {
        var text = new StringBuilder();
        List<Reuse> reused = [];
        int last = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, last, mark.Index - last);
            last = mark.Index + mark.Length;
            int first = int.Parse(mark.Groups["first"].Value, null) - 1;
            int end = mark.Groups["last"].Success ? int.Parse(mark.Groups["last"].Value, null) : first + 1;
            string words = mark.Groups["edited"].Success ? mark.Groups["edited"].Value : sentences[first];
            reused.Add(new Reuse(
                text.Length, text.Length + words.Length, starts[first], starts[end] - 1, mark.Groups["edited"].Success));
            text.Append(words);
        }

        text.Append(marked, last, marked.Length - last);
        return new Answer(kind, text.ToString(), reused);
    }

    [GeneratedRegex(@"\{(?<first>\d+)\}|\[(?<first>\d+)(-(?<last>\d+))?\|(?<edited>[^\]]*)\]")]
    private static partial Regex Mark();
}

/// <summary>One answer.</summary>
/// <param name="Kind">copy, light, heavy, own or essay.</param>
/// <param name="Text">Text.</param>
/// <param name="Reused">Marked places in the order of the text.</param>
internal sealed record Answer(string Kind, string Text, IReadOnlyList<Reuse> Reused);

/// <summary>Units of the answer taken from units of the source; ends are exclusive.</summary>
internal sealed record Reuse(int From, int To, int SourceFrom, int SourceTo, bool Edited);
