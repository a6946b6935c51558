namespace TeacherCpd.Originality.Matching;

/// <summary>
/// Finds the passages of a query in one source, verbatim or edited. A shared rare stem is a point; a point stays when
/// enough of the stems around it are shared near its diagonal, in whatever order; points near each other make a
/// passage; its ends are moved to sentences.
/// </summary>
internal sealed class Aligner
{
    private readonly Side query;
    private readonly Side source;
    private readonly AlignmentSettings settings;

    private Aligner(PreparedText query, PreparedText source, AlignmentSettings settings)
    {
        this.query = new Side(query, source, settings);
        this.source = new Side(source, query, settings);
        this.settings = settings;
    }

    /// <summary>Passages in the order of the query; those of one source may overlap.</summary>
    public static List<Match> Align(PreparedText query, PreparedText source, AlignmentSettings settings) =>
        query.Stems.Length < settings.FewestStems || source.Stems.Length < settings.FewestStems
            ? []
            : new Aligner(query, source, settings).Run();

    private List<Match> Run()
    {
        List<Point> points = FindPoints();
        if (points.Count == 0)
        {
            return [];
        }

        var edges = new SentenceEdges(query, source, settings);
        List<Match> matches = [];
        foreach (Box box in Cluster(points))
        {
            if (edges.Snap(box) is { } match)
            {
                matches.Add(match);
            }
        }

        matches.Sort((a, b) => a.QueryFrom != b.QueryFrom ? a.QueryFrom - b.QueryFrom : a.SourceFrom - b.SourceFrom);
        return matches;
    }

    private List<Point> FindPoints()
    {
        List<Point> points = [];
        for (int i = 0; i < query.Length; i++)
        {
            ReadOnlySpan<int> places = query.PlacesOf(i);
            if (places.Length > settings.RareAtMost)
            {
                continue;
            }

            foreach (int place in places)
            {
                if (HasNeighbours(i, place))
                {
                    points.Add(new Point(i, place));
                }
            }
        }

        return points;
    }

    private bool HasNeighbours(int i, int j)
    {
        int from = Math.Max(0, i - settings.Around);
        int to = Math.Min(query.Length - 1, i + settings.Around);
        double all = 0;
        double shared = 0;
        for (int near = from; near <= to; near++)
        {
            int diagonal = j + near - i;
            float weight = query.WeightOf(near);
            all += weight;
            shared += query.IsIn(near, diagonal - settings.Drift, diagonal + settings.Drift) ? weight : 0;
        }

        return shared * 100 >= all * settings.NeighboursPercent;
    }

    // Points come in the order of the query, so only the last few can be near the next one.
    private List<Box> Cluster(List<Point> points)
    {
        int[] parent = new int[points.Count];
        int first = 0;
        for (int k = 0; k < points.Count; k++)
        {
            parent[k] = k;
            while (points[k].Query - points[first].Query > settings.Gap)
            {
                first++;
            }

            for (int near = first; near < k; near++)
            {
                if (Math.Abs(points[k].Source - points[near].Source) <= settings.Gap)
                {
                    parent[Root(parent, k)] = Root(parent, near);
                }
            }
        }

        Dictionary<int, Box> boxes = [];
        for (int k = 0; k < points.Count; k++)
        {
            int root = Root(parent, k);
            boxes[root] = boxes.TryGetValue(root, out Box box)
                ? box.With(points[k].Query, points[k].Source)
                : new Box(points[k].Query, points[k].Query, points[k].Source, points[k].Source);
        }

        return [.. boxes.Values];
    }

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
