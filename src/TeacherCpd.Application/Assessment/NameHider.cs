namespace TeacherCpd.Application.Assessment;

/// <summary>A part of a text that must not be read; offsets in UTF-16 units.</summary>
public readonly record struct HiddenRange(int Start, int Length);

/// <summary>
/// Finds the candidate in the candidate's own text: names with their endings, as written in Kazakh or in Russian, and
/// the name of the school. Rather a word too many than the person: the assessor must not know whose work it is.
/// </summary>
public static class NameHider
{
    // a Kazakh name is often written with Russian letters, and the other way round
    private const string Kazakh = "әғқңөұүһіё";
    private const string Russian = "агкноуухие";

    // one that ends a word changes in Russian: Қонысбаева, Қонысбаевой; Айгүль, Айгүлю
    private const string Endings = "аеиоуыэюяьй";
    private const int ShortestStem = 3;

    /// <summary>The ranges, in order, without overlap.</summary>
    /// <param name="text">Text.</param>
    /// <param name="names">Names of the person; double names are looked for in their parts too.</param>
    /// <param name="phrases">Longer names that are hidden where they stand as they are.</param>
    public static IReadOnlyList<HiddenRange> Find(string text, IEnumerable<string> names, IEnumerable<string> phrases)
    {
        var folded = Fold(text);
        var wanted = names.SelectMany(Words).Where(w => w.Length > 1).Distinct().ToList();
        var found = new List<HiddenRange>();
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsLetter(text[start]))
            {
                continue;
            }

            var end = start;
            while (end < text.Length && char.IsLetter(text[end]))
            {
                end++;
            }

            var word = folded[start..end];
            if (wanted.Exists(name => word == name || (char.IsUpper(text[start]) && word.StartsWith(Stem(name), StringComparison.Ordinal))))
            {
                found.Add(new HiddenRange(start, end - start));
            }

            start = end;
        }

        foreach (var phrase in phrases.Select(Fold).Where(p => p.Length > ShortestStem).Distinct())
        {
            for (var at = folded.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(phrase, at + phrase.Length, StringComparison.Ordinal))
            {
                found.Add(new HiddenRange(at, phrase.Length));
            }
        }

        return WithoutOverlap(found);
    }

    private static IEnumerable<string> Words(string name) => name
        .Split(name.Where(c => !char.IsLetter(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)
        .Select(Fold);

    private static string Stem(string name) =>
        name.Length > ShortestStem && Endings.Contains(name[^1], StringComparison.Ordinal) ? name[..^1] : name;

    // each letter becomes one letter, so that offsets stay
    private static string Fold(string text) => string.Create(text.Length, text, (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var letter = char.ToLowerInvariant(source[i]);
            var place = Kazakh.IndexOf(letter, StringComparison.Ordinal);
            folded[i] = place < 0 ? letter : Russian[place];
        }
    });

    private static List<HiddenRange> WithoutOverlap(List<HiddenRange> found)
    {
        var ranges = new List<HiddenRange>();
        foreach (var range in found.OrderBy(r => r.Start).ThenByDescending(r => r.Length))
        {
            if (ranges.Count > 0 && range.Start < ranges[^1].Start + ranges[^1].Length)
            {
                var last = ranges[^1];
                ranges[^1] = new HiddenRange(last.Start, Math.Max(last.Start + last.Length, range.Start + range.Length) - last.Start);
            }
            else
            {
                ranges.Add(range);
            }
        }

        return ranges;
    }
}
