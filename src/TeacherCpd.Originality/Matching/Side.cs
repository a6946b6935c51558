namespace TeacherCpd.Originality.Matching;

/// <summary>
/// One text of a pair, looked at from the other: where its stems stand there, and how much it says that they do. A
/// stem that is everywhere in the other text would be near by chance; a rare or missing one says most.
/// </summary>
internal sealed class Side
{
    private readonly PreparedText text;
    private readonly StemIndex index;
    private readonly StemIndex.Run[] runs;
    private readonly ulong[] parts;
    private readonly float[] weights;
    private readonly double[] weightsBefore;
    private readonly int otherLength;

    /// <summary>Looks at <paramref name="text"/> from <paramref name="other"/>.</summary>
    public Side(PreparedText text, PreparedText other, AlignmentSettings settings)
    {
        this.text = text;
        index = other.StemIndex;
        otherLength = Math.Max(1, other.Stems.Length);
        runs = new StemIndex.Run[text.Stems.Length];
        parts = new ulong[runs.Length];
        weights = new float[runs.Length];
        weightsBefore = new double[runs.Length + 1];
        double window = ((2.0 * settings.Drift) + 1) / otherLength;
        Span<float> known = stackalloc float[64];
        known.Clear();
        for (int i = 0; i < runs.Length; i++)
        {
            runs[i] = index.RunOf(text.Stems[i]);
            parts[i] = runs[i].Parts;
            int count = Math.Min(Math.Max(1, runs[i].Count), known.Length - 1);
            if (known[count] == 0)
            {
                known[count] = (float)Math.Clamp(Surprise(count, window), settings.LeastWeight, settings.MostWeight);
            }

            weights[i] = known[count];
            weightsBefore[i + 1] = weightsBefore[i] + known[count];
        }
    }

    /// <summary>Content words.</summary>
    public int Length => runs.Length;

    /// <summary>Places of the content word's stem in the other text, ascending.</summary>
    public ReadOnlySpan<int> PlacesOf(int content) => index.Of(runs[content]);

    /// <summary>What it says that this content word is in the other text's stretch.</summary>
    public float WeightOf(int content) => weights[content];

    /// <summary>What it says that all content words of a stretch, both ends included, are in the other text's stretch.</summary>
    public double WeightOf(int from, int to) => weightsBefore[to + 1] - weightsBefore[from];

    /// <summary>
    /// At least the weight of the content words of a stretch that stand in a stretch of the other text, all ends included;
    /// counting ends when it is enough.
    /// </summary>
    public double MostWeightIn(int from, int to, int otherFrom, int otherTo, double enough)
    {
        ulong asked = index.PartsOf(otherFrom, otherTo);
        double most = 0;
        for (int i = from; i <= to && most < enough; i++)
        {
            most += (parts[i] & asked) == 0 ? 0 : weights[i];
        }

        return most;
    }

    /// <summary>Whether the stem stands in a stretch of the other text, both ends included.</summary>
    public bool IsIn(int content, int otherFrom, int otherTo) => index.Any(runs[content], otherFrom, otherTo);

    /// <summary>The stem of a content word.</summary>
    public uint StemOf(int content) => text.Stems[content];

    /// <summary>First and last content word of the sentence of a content word.</summary>
    public (int First, int Last) SentenceAround(int content)
    {
        int sentence = SentenceOf(content);
        int first = text.ContentWords.BinarySearch(text.SentenceStarts[sentence]);
        int end = text.ContentWords.BinarySearch(text.SentenceEnd(sentence));
        return (first < 0 ? ~first : first, (end < 0 ? ~end : end) - 1);
    }

    /// <summary>Words of the sentence of a content word.</summary>
    public (int From, int To) SentenceWords(int content)
    {
        int sentence = SentenceOf(content);
        return (text.SentenceStarts[sentence], text.SentenceEnd(sentence));
    }

    /// <summary>The word that the content word is.</summary>
    public int WordOf(int content) => text.ContentWords[content];

    private int SentenceOf(int content) => text.SentenceOf(text.ContentWords[content]);

    /// <summary>Minus the logarithm of the chance that the content word's stem is in some stretch of the other text so long.</summary>
    public double SurpriseOf(int content, int stretch) => Surprise(runs[content].Count, (double)stretch / otherLength);

    // Minus the logarithm of the chance that one of so many places falls into a part of the text.
    private static double Surprise(int places, double part) => -Math.Log(1 - Math.Exp(-places * part));
}
