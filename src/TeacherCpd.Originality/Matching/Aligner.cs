namespace TeacherCpd.Originality.Matching;

/// <summary>
/// Finds the passages of a query in one source, verbatim or edited. A shared rare stem is a point; a point stays when
/// enough of the stems around it are shared near its diagonal, in whatever order; points near each other make a
/// passage; its ends are moved to sentences.
/// </summary>
internal sealed class Aligner
{
    // A stem that fills the source says nothing, and following all its places would take for ever.
    private const int MostPlaces = 500;

    // Passages looked for in one cluster: a bound for texts that repeat themselves without end.
    private const int MostTries = 20;

    private readonly Side query;
    private readonly PreparedText source;
    private readonly AlignmentSettings settings;
    private readonly bool[] isPoint;
    private readonly Lazy<SentenceEdges> edges;

    private Aligner(PreparedText query, PreparedText source, AlignmentSettings settings)
    {
        this.query = new Side(query, source, settings);
        this.source = source;
        this.settings = settings;
        isPoint = new bool[this.query.Length];

        // most sources share no passage, and nobody looks from their side
        edges = new Lazy<SentenceEdges>(() => new SentenceEdges(this.query, new Side(source, query, settings), isPoint, settings));
    }

    /// <summary>Passages in the order of the query; those of one source may overlap.</summary>
    public static List<Match> Align(PreparedText query, PreparedText source, AlignmentSettings settings)
    {
        // Equal texts need no search, and are found however short or repetitive they are.
        if (query.Words > 0 && query.WordHashes.SequenceEqual(source.WordHashes))
        {
            return [new Match(0, query.Words, 0, source.Words)];
        }

        return query.Stems.Length < settings.FewestCloseStems || source.Stems.Length < settings.FewestCloseStems
            ? []
            : new Aligner(query, source, settings).Run();
    }

    private List<Match> Run()
    {
        List<Point> points = FindPoints();
        if (points.Count == 0)
        {
            return [];
        }

        List<Match> matches = [];
        Collect(points, settings.Gap, MostTries, matches);
        return Merge(matches);
    }

    // A cluster that is no passage as a whole may hold smaller ones, and what a passage leaves of its cluster may hold
    // more: one source sentence used three times over.
    private void Collect(List<Point> points, int gap, int triesLeft, List<Match> matches)
    {
        foreach (List<Point> cluster in Cluster(points, gap))
        {
            List<Match> found = edges.Value.Snap(Around(cluster));
            if (found.Count > 0)
            {
                matches.AddRange(found);
                List<Point> rest = cluster.FindAll(point => query.WordOf(point.Query) < found[0].QueryFrom || query.WordOf(point.Query) >= found[^1].QueryTo);
                if (triesLeft > 0 && rest.Count >= settings.FewestCloseStems)
                {
                    Collect(rest, gap, triesLeft - 1, matches);
                }
            }
            else if (gap >= settings.LeastGap && cluster.Count >= settings.FewestCloseStems)
            {
                Collect(cluster, gap / 3, triesLeft, matches);
            }
        }
    }

    // Two matches that touch on both sides are one passage.
    private List<Match> Merge(List<Match> matches)
    {
        matches.Sort((a, b) => a.QueryFrom != b.QueryFrom ? a.QueryFrom - b.QueryFrom : a.SourceFrom - b.SourceFrom);
        List<Match> merged = [];
        foreach (Match match in matches)
        {
            int near = merged.FindLastIndex(earlier => earlier.Touches(match, settings.MergeWithin));
            if (near < 0)
            {
                merged.Add(match);
            }
            else
            {
                merged[near] = merged[near].With(match);
            }
        }

        return merged;
    }

    private List<Point> FindPoints()
    {
        List<Point> points = [];
        for (int i = 0; i < query.Length; i++)
        {
            ReadOnlySpan<int> places = query.PlacesOf(i);
            bool rare = places.Length <= settings.RareAtMost;
            if (places.Length > MostPlaces || (!rare && CountWithNext(i, places) > settings.RareAtMost))
            {
                continue;
            }

            foreach (int place in places)
            {
                if ((rare || FollowsToo(i, place)) && HasNeighbours(i, place))
                {
                    points.Add(new Point(i, place));
                    isPoint[i] = true;
                }
            }
        }

        return points;
    }

    // A common stem is as good as a rare one where it stands in front of the same stem as in the query.
    private int CountWithNext(int i, ReadOnlySpan<int> places)
    {
        int count = 0;
        foreach (int place in places)
        {
            count += FollowsToo(i, place) ? 1 : 0;
        }

        return count == 0 ? int.MaxValue : count;
    }

    private bool FollowsToo(int i, int place) =>
        i + 1 < query.Length && place + 1 < source.Stems.Length && query.StemOf(i + 1) == source.Stems[place + 1];

    private bool HasNeighbours(int i, int j)
    {
        int from = Math.Max(0, i - settings.Around);
        int to = Math.Min(query.Length - 1, i + settings.Around);
        double least = query.WeightOf(from, to) * settings.NeighboursPercent / 100;

        // all that a neighbour may match lies in this stretch of the source: mostly too few have a place near it at all
        if (query.MostWeightIn(from, to, j + from - i - settings.Drift, j + to - i + settings.Drift, least) < least)
        {
            return false;
        }

        double shared = 0;
        for (int near = from; near <= to; near++)
        {
            int diagonal = j + near - i;
            shared += query.IsIn(near, diagonal - settings.Drift, diagonal + settings.Drift) ? query.WeightOf(near) : 0;
        }

        return shared >= least;
    }

    // Points come in the order of the query, so only the last few can be near the next one.
    private static IEnumerable<List<Point>> Cluster(List<Point> points, int gap)
    {
        int[] parent = new int[points.Count];
        int first = 0;
        for (int k = 0; k < points.Count; k++)
        {
            parent[k] = k;
            while (points[k].Query - points[first].Query > gap)
            {
                first++;
            }

            for (int near = first; near < k; near++)
            {
                if (Math.Abs(points[k].Source - points[near].Source) <= gap)
                {
                    parent[Root(parent, k)] = Root(parent, near);
                }
            }
        }

        return points
            .Select((point, k) => (Point: point, Root: Root(parent, k)))
            .GroupBy(member => member.Root, member => member.Point)
            .Select(cluster => cluster.ToList());
    }

    private static Box Around(List<Point> cluster) => new(
        cluster[0].Query,
        cluster[^1].Query,
        cluster.Min(point => point.Source),
        cluster.Max(point => point.Source));

    private static int Root(int[] parent, int k)
    {
        while (parent[k] != k)
        {
            parent[k] = parent[parent[k]];
            k = parent[k];
        }

        return k;
    }

    private readonly record struct Point(int Query, int Source);
}
