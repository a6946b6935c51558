namespace TeacherCpd.Originality.Matching;

/// <summary>Who has each word of the checked text: nobody, an exclusion, or a passage. A word is given once.</summary>
internal sealed class WordLedger(int words)
{
    private readonly bool[] excluded = new bool[words];
    private readonly bool[] matched = new bool[words];

    /// <summary>Words left out.</summary>
    public int Excluded { get; private set; }

    /// <summary>Words given to passages.</summary>
    public int Matched { get; private set; }

    /// <summary>Whether the word is left out.</summary>
    public bool IsExcluded(int word) => excluded[word];

    /// <summary>Whether the word is given to a passage.</summary>
    public bool IsMatched(int word) => matched[word];

    /// <summary>Leaves the free words of a range out and says how many they were.</summary>
    public int Exclude(int from, int to)
    {
        int taken = 0;
        for (int word = from; word < to; word++)
        {
            if (!excluded[word])
            {
                excluded[word] = true;
                taken++;
            }
        }

        Excluded += taken;
        return taken;
    }

    /// <summary>Words of a range that are not left out.</summary>
    public int Counting(int from, int to)
    {
        int counting = 0;
        for (int word = from; word < to; word++)
        {
            counting += excluded[word] ? 0 : 1;
        }

        return counting;
    }

    /// <summary>The next free stretch of a range, or an empty one at its end.</summary>
    public (int From, int To) NextFree(int from, int to)
    {
        while (from < to && (excluded[from] || matched[from]))
        {
            from++;
        }

        int end = from;
        while (end < to && !excluded[end] && !matched[end])
        {
            end++;
        }

        return (from, end);
    }

    /// <summary>Gives free words to a passage.</summary>
    public void Take(int from, int to)
    {
        matched.AsSpan(from, to - from).Fill(true);
        Matched += to - from;
    }
}
