namespace TeacherCpd.Originality.Stemming;

/// <summary>A set of endings, found by their last letter, the longest first.</summary>
internal sealed class Endings
{
    private const int Letters = 0x40;
    private readonly string[][] byLast;

    /// <summary>Takes endings written in one line with spaces between.</summary>
    public Endings(string endings)
    {
        byLast = new string[Letters][];
        Array.Fill(byLast, []);
        foreach (IGrouping<int, string> group in endings
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(ending => Slot(ending[^1])))
        {
            byLast[group.Key] = [.. group.Distinct().OrderByDescending(ending => ending.Length)];
        }
    }

    /// <summary>Length of the longest ending that the word has; 0 when it has none.</summary>
    /// <param name="word">Word.</param>
    /// <param name="from">First place where the ending may begin.</param>
    /// <param name="shorterThan">Length that it must not have.</param>
    public int Longest(ReadOnlySpan<char> word, int from = 0, int shorterThan = int.MaxValue)
    {
        if (word.IsEmpty)
        {
            return 0;
        }

        foreach (string ending in byLast[Slot(word[^1])])
        {
            if (ending.Length < shorterThan && word.Length - ending.Length >= from
                && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending.Length;
            }
        }

        return 0;
    }

    private static int Slot(char letter) => letter & (Letters - 1);
}
