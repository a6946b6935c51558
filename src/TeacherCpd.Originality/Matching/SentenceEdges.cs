namespace TeacherCpd.Originality.Matching;

/// <summary>
/// Moves the ends of a match to sentences: people copy sentences, not the words between two shared stems. A sentence
/// at an end belongs to the match when its share is not far below that of the whole; the others are cut off.
/// </summary>
internal sealed class SentenceEdges(Side query, Side source, bool[] isPoint, AlignmentSettings settings)
{
    private const int MostRounds = 4;

    // Even next to a literal copy three words of its own do not make a sentence the writer's.
    private const double MostRestShare = 0.9;

    /// <summary>The matches of a box with their ends at sentences, in the order of the query; none when too little is left of it.</summary>
    public List<Match> Snap(Box found)
    {
        Box box = Widen(found);
        var pairing = new Pairing(query, source, box, settings);
        for (int round = 0; round < MostRounds; round++)
        {
            Box before = box;
            double whole = pairing.QueryShare(found.QueryFrom, found.QueryTo, found.SourceFrom, found.SourceTo);
            Box now = box;
            (int queryFrom, int queryTo) = Trim(
                query, now.QueryFrom, now.QueryTo, whole, (from, to) => pairing.QueryShare(from, to, now.SourceFrom, now.SourceTo));
            (int sourceFrom, int sourceTo) = Trim(
                source, now.SourceFrom, now.SourceTo, whole, (from, to) => pairing.SourceShare(from, to, queryFrom, queryTo));
            if (queryFrom > queryTo || sourceFrom > sourceTo)
            {
                return [];
            }

            box = new Box(queryFrom, queryTo, sourceFrom, sourceTo);
            if (box == before)
            {
                break;
            }
        }

        return IsEnough(pairing, box) ? WithoutOwnSentences(pairing, box).ConvertAll(ToWords) : [];
    }

    // Sentences of the writer's own between sentences of the source are nobody else's, when it is no accident that they
    // share nothing: the closer the rest is to its source, the fewer words tell that. The match is what is left.
    private List<Box> WithoutOwnSentences(Pairing pairing, Box box)
    {
        List<(int From, int To)> gaps = Gaps(pairing, box, out double restShare);
        int fewest = (int)Math.Ceiling(settings.LeastOwnSurprise / -Math.Log(1 - Math.Min(restShare, MostRestShare)));
        List<Box> pieces = [];
        int from = box.QueryFrom;
        foreach ((int gapFrom, int gapTo) in gaps.Where(gap => gap.To - gap.From >= fewest))
        {
            AddPiece(pairing, box with { QueryFrom = from, QueryTo = gapFrom - 1 }, restShare, pieces);
            from = gapTo;
        }

        if (from == box.QueryFrom)
        {
            return [box];
        }

        AddPiece(pairing, box with { QueryFrom = from }, restShare, pieces);
        return pieces;
    }

    // Runs of sentences inside a match that share next to nothing, ends exclusive, and the share of the other sentences.
    private List<(int From, int To)> Gaps(Pairing pairing, Box box, out double restShare)
    {
        List<(int From, int To)> gaps = [];
        double shared = 0;
        int rest = 0;
        for (int at = box.QueryFrom; at <= box.QueryTo;)
        {
            int next = Math.Min(query.SentenceAround(at).Last, box.QueryTo) + 1;
            double share = pairing.QueryShare(at, next - 1, 0, source.Length - 1);
            if (share * 100 >= settings.OwnSharePercent || PointShare(at, next) * 100 >= settings.OwnSharePercent)
            {
                shared += share * (next - at);
                rest += next - at;
            }
            else if (gaps.Count > 0 && gaps[^1].To == at)
            {
                gaps[^1] = (gaps[^1].From, next);
            }
            else
            {
                gaps.Add((at, next));
            }

            at = next;
        }

        restShare = rest == 0 ? 0 : shared / rest;
        return gaps;
    }

    // A sentence that was moved from farther away in the source is not the writer's own either.
    private double PointShare(int from, int to)
    {
        double all = 0;
        double points = 0;
        for (int i = from; i < to; i++)
        {
            all += query.WeightOf(i);
            points += isPoint[i] ? query.WeightOf(i) : 0;
        }

        return all == 0 ? 0 : points / all;
    }

    // A piece of a match has ends of its own.
    private void AddPiece(Pairing pairing, Box box, double whole, List<Box> pieces)
    {
        (int sourceFrom, int sourceTo) = Trim(
            source, box.SourceFrom, box.SourceTo, whole, (from, to) => pairing.SourceShare(from, to, box.QueryFrom, box.QueryTo));
        (int queryFrom, int queryTo) = Trim(
            query, box.QueryFrom, box.QueryTo, whole, (from, to) => pairing.QueryShare(from, to, sourceFrom, sourceTo));
        if (queryFrom <= queryTo && sourceFrom <= sourceTo)
        {
            pieces.Add(new Box(queryFrom, queryTo, sourceFrom, sourceTo));
        }
    }

    private Box Widen(Box box)
    {
        (int queryFrom, int queryTo) = Widen(query, box.QueryFrom, box.QueryTo);
        (int sourceFrom, int sourceTo) = Widen(source, box.SourceFrom, box.SourceTo);
        return new Box(queryFrom, queryTo, sourceFrom, sourceTo);
    }

    // To whole sentences; an endless one is followed only so far.
    private (int From, int To) Widen(Side side, int from, int to) => (
        Math.Max(side.SentenceAround(from).First, from - settings.SnapAtMost),
        Math.Min(side.SentenceAround(to).Last, to + settings.SnapAtMost));

    private bool IsEnough(Pairing pairing, Box box)
    {
        double queryShare = pairing.QueryShare(box.QueryFrom, box.QueryTo, box.SourceFrom, box.SourceTo);
        double sourceShare = pairing.SourceShare(box.SourceFrom, box.SourceTo, box.QueryFrom, box.QueryTo);
        double containment = Math.Min(queryShare, sourceShare);
        Pairing.Strength strength = pairing.StrengthIn(box);
        double sureStems = strength.Stems * containment;
        bool many = strength.Stems >= settings.FewestStems
            || (strength.Stems >= settings.FewestNearStems && containment * 100 >= settings.NearPercent)
            || (strength.Stems >= settings.FewestCloseStems && containment * 100 >= settings.ClosePercent);

        // Independent writers on one narrow topic share its terms and names. What they share is not close, not much, and
        // in two short texts no surprise: any one of the three is enough to tell reuse from that.
        bool isMoreThanTerms = (queryShare + sourceShare) * 50 >= settings.MeanSharePercent
            || sureStems >= settings.ManySureStems
            || strength.Surprise >= settings.LeastSurprise;
        return containment * 100 >= settings.ContainmentPercent && many && sureStems >= settings.FewestSureStems && isMoreThanTerms;
    }

    private (int From, int To) Trim(Side side, int from, int to, double whole, Func<int, int, double> share)
    {
        double needed = Math.Clamp(whole * settings.SnapPercent / 100, settings.SnapLeast / 100.0, settings.SnapMost / 100.0);
        int lowest = from;
        int highest = to;
        while (from <= to)
        {
            int last = Math.Min(side.SentenceAround(from).Last, highest);
            if (share(from, last) >= needed)
            {
                break;
            }

            from = last + 1;
        }

        while (from <= to)
        {
            int first = Math.Max(side.SentenceAround(to).First, lowest);
            if (share(first, to) >= needed)
            {
                break;
            }

            to = first - 1;
        }

        return (from, to);
    }

    private Match ToWords(Box box)
    {
        (int queryFrom, int queryTo) = ToWords(query, box.QueryFrom, box.QueryTo);
        (int sourceFrom, int sourceTo) = ToWords(source, box.SourceFrom, box.SourceTo);
        return new Match(queryFrom, queryTo, sourceFrom, sourceTo);
    }

    private (int From, int To) ToWords(Side side, int from, int to) => (
        IsShort(side, from) ? side.SentenceWords(from).From : side.WordOf(from),
        IsShort(side, to) ? side.SentenceWords(to).To : side.WordOf(to) + 1);

    private bool IsShort(Side side, int content)
    {
        (int from, int to) = side.SentenceWords(content);
        return to - from <= settings.SnapAtMost;
    }
}
