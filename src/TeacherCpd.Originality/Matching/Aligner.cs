namespace TeacherCpd.Originality.Matching;

/// <summary>
/// Finds the passages of a query in one source, verbatim or edited. A shared rare stem is a point; a point stays when
/// enough of the stems around it are shared near its diagonal, in whatever order; points near each other make a
/// passage; its ends are moved to sentences.
/// </summary>
internal sealed class Aligner
{
    private readonly PreparedText query;
    private readonly PreparedText source;
    private readonly AlignmentSettings settings;
    private readonly StemIndex sourceIndex;

    private Aligner(PreparedText query, PreparedText source, AlignmentSettings settings)
    {
        this.query = query;
        this.source = source;
        this.settings = settings;
        sourceIndex = source.StemIndex;
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
            if (IsEnough(box) && edges.Snap(box) is { } match)
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
        ReadOnlySpan<uint> stems = query.Stems;
        for (int i = 0; i < stems.Length; i++)
        {
            ReadOnlySpan<int> places = sourceIndex.Of(stems[i]);
            if (places.Length > settings.RareAtMost)
            {
                continue;
            }

            foreach (int place in places)
            {
                if (HasNeighbours(stems, i, place))
                {
                    points.Add(new Point(i, place));
                }
            }
        }

        return points;
    }

    private bool HasNeighbours(ReadOnlySpan<uint> stems, int i, int j)
    {
        int from = Math.Max(0, i - settings.Around);
        int to = Math.Min(stems.Length - 1, i + settings.Around);
        int needed = ((2 * settings.Around) + 1) * settings.NeighboursPercent / 100;
        int found = 0;
        for (int near = from; near <= to; near++)
        {
            int diagonal = j + near - i;
            if (StemIndex.Any(sourceIndex.Of(stems[near]), diagonal - settings.Drift, diagonal + settings.Drift))
            {
                found++;
                if (found >= needed)
                {
                    return true;
                }
            }
        }

        return false;
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

    private bool IsEnough(Box box)
    {
        ReadOnlySpan<uint> stems = query.Stems[box.QueryFrom..(box.QueryTo + 1)];
        int shared = 0;
        foreach (uint stem in stems)
        {
            shared += StemIndex.Any(sourceIndex.Of(stem), box.SourceFrom, box.SourceTo) ? 1 : 0;
        }

        int longer = Math.Max(stems.Length, box.SourceTo - box.SourceFrom + 1);
        return shared >= settings.FewestStems && shared * 100 >= longer * settings.ContainmentPercent;
    }

    private readonly record struct Point(int Query, int Source);
}
