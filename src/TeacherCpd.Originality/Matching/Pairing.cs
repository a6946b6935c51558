namespace TeacherCpd.Originality.Matching;

/// <summary>
/// Pairs the content words of two stretches one to one, the surest pairs first. Without it a sentence on the same
/// topic next to a copied one would count the copied one's words as its own.
/// </summary>
internal sealed class Pairing
{
    private const int Near = 6;
    private const int MostPlaces = 32;

    private readonly Side query;
    private readonly Side source;
    private readonly Box box;
    private readonly int[] sourceOf;
    private readonly int[] queryOf;

    /// <summary>Pairs the words of a box.</summary>
    public Pairing(Side query, Side source, Box box, AlignmentSettings settings)
    {
        this.query = query;
        this.source = source;
        this.box = box;
        sourceOf = new int[box.QueryTo - box.QueryFrom + 1];
        queryOf = new int[box.SourceTo - box.SourceFrom + 1];
        Array.Fill(sourceOf, -1);
        Array.Fill(queryOf, -1);
        foreach (Pair pair in SurestFirst(settings))
        {
            ref int source1 = ref sourceOf[pair.Query - box.QueryFrom];
            ref int query1 = ref queryOf[pair.Source - box.SourceFrom];
            if (source1 < 0 && query1 < 0)
            {
                source1 = pair.Source;
                query1 = pair.Query;
            }
        }
    }

    /// <summary>The part of a stretch of the query, by weight, whose pairs lie in a stretch of the source.</summary>
    public double QueryShare(int from, int to, int sourceFrom, int sourceTo) =>
        Share(query, sourceOf, box.QueryFrom, from, to, sourceFrom, sourceTo);

    /// <summary>The part of a stretch of the source, by weight, whose pairs lie in a stretch of the query.</summary>
    public double SourceShare(int from, int to, int queryFrom, int queryTo) =>
        Share(source, queryOf, box.SourceFrom, from, to, queryFrom, queryTo);

    /// <summary>How strongly the pairs inside a box speak for a passage.</summary>
    public Strength StrengthIn(Box inside)
    {
        HashSet<uint> stems = [];
        double inQuery = 0;
        double inSource = 0;
        for (int i = inside.QueryFrom; i <= inside.QueryTo; i++)
        {
            int j = sourceOf[i - box.QueryFrom];
            if (j >= inside.SourceFrom && j <= inside.SourceTo && stems.Add(query.StemOf(i)))
            {
                inQuery += source.SurpriseOf(j, inside.QueryTo - inside.QueryFrom + 1);
                inSource += query.SurpriseOf(i, inside.SourceTo - inside.SourceFrom + 1);
            }
        }

        return new Strength(stems.Count, Math.Min(inQuery, inSource));
    }

    private static double Share(Side side, int[] pairs, int offset, int from, int to, int otherFrom, int otherTo)
    {
        double all = 0;
        double shared = 0;
        for (int i = from; i <= to; i++)
        {
            float weight = side.WeightOf(i);
            int pair = pairs[i - offset];
            all += weight;
            shared += pair >= otherFrom && pair <= otherTo ? weight : 0;
        }

        return all == 0 ? 0 : shared / all;
    }

    private List<Pair> SurestFirst(AlignmentSettings settings)
    {
        List<Pair> pairs = [];
        for (int i = box.QueryFrom; i <= box.QueryTo; i++)
        {
            foreach (int j in PlacesInBox(i))
            {
                pairs.Add(new Pair(i, j, Support(i, j, settings.Drift)));
            }
        }

        pairs.Sort();
        return pairs;
    }

    // Of very many places those nearest to the diagonal of the box are enough.
    private ReadOnlySpan<int> PlacesInBox(int i)
    {
        ReadOnlySpan<int> places = query.PlacesOf(i);
        int from = StemIndex.LowerBound(places, box.SourceFrom);
        int to = StemIndex.LowerBound(places, box.SourceTo + 1);
        if (to - from > MostPlaces)
        {
            double progress = (double)(i - box.QueryFrom) / Math.Max(1, box.QueryTo - box.QueryFrom);
            int expected = box.SourceFrom + (int)(progress * (box.SourceTo - box.SourceFrom));
            int middle = StemIndex.LowerBound(places, expected);
            from = Math.Clamp(middle - (MostPlaces / 2), from, to - MostPlaces);
            to = from + MostPlaces;
        }

        return places[from..to];
    }

    // How well the words around agree that these two belong together.
    private float Support(int i, int j, int drift)
    {
        int from = Math.Max(box.QueryFrom, i - Near);
        int to = Math.Min(box.QueryTo, i + Near);
        float support = 0;
        for (int near = from; near <= to; near++)
        {
            if (near != i)
            {
                int distance = StemIndex.DistanceToNearest(query.PlacesOf(near), j + near - i);
                support += distance <= drift ? query.WeightOf(near) / (1 + distance) : 0;
            }
        }

        return support;
    }

    private readonly record struct Pair(int Query, int Source, float Support) : IComparable<Pair>
    {
        public int CompareTo(Pair other)
        {
            int order = other.Support.CompareTo(Support);
            order = order != 0 ? order : Query.CompareTo(other.Query);
            return order != 0 ? order : Source.CompareTo(other.Source);
        }
    }

    /// <summary>How strongly pairs speak.</summary>
    /// <param name="Stems">Different stems paired.</param>
    /// <param name="Surprise">
    /// How unlikely it is, as minus a natural logarithm, that all of them stand in these two stretches by chance, would
    /// the words of each text stand in any order: the less sure of both texts. Two short texts on one topic share many
    /// words, and any half of the one holds half of them.
    /// </param>
    internal readonly record struct Strength(int Stems, double Surprise);
}
