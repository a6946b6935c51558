namespace TeacherCpd.Infrastructure.Demo;

/// <summary>The phrases of a language, from the files in <c>Phrases</c>: a line <c># section</c>, then a phrase a line.</summary>
internal sealed class DemoPhrases
{
    private readonly Dictionary<string, List<string>> sections = [];

    private DemoPhrases(string file)
    {
        using var stream = typeof(DemoPhrases).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The resource {file} is not embedded.");
        using var reader = new StreamReader(stream);
        List<string> section = [];
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                sections.Add(line[2..], section = []);
            }
            else
            {
                section.Add(line);
            }
        }
    }

    /// <summary>Kazakh phrases.</summary>
    public static DemoPhrases Kazakh { get; } = new("demo-kk.txt");

    /// <summary>Russian phrases.</summary>
    public static DemoPhrases Russian { get; } = new("demo-ru.txt");

    /// <summary>Sections with the topics of a subject.</summary>
    public IReadOnlyList<string> Subjects => [.. sections.Keys.Where(k => k.StartsWith("topic ", StringComparison.Ordinal))];

    /// <summary>The words of all phrases, of four letters and more, each once.</summary>
    public IReadOnlyList<string> Words =>
    [
        .. sections.Values
            .SelectMany(s => s)
            .SelectMany(p => p.Split(' ').Select(w => w.Trim('«', '»', ',', '.', ':', ';', '(', ')', '–', '—', '!', '?')))
            .Where(w => w.Length >= 4 && w.All(char.IsLetter))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The phrases of a section.</summary>
    public List<string> Of(string section) => sections[section];
}
