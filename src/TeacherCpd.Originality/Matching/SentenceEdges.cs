namespace TeacherCpd.Originality.Matching;

/// <summary>
/// Moves the ends of a match to sentences: people copy sentences, not the words between two shared stems. A sentence
/// at an end belongs to the match when its share is not far below that of the whole; the others are cut off.
/// </summary>
internal sealed class SentenceEdges(Side query, Side source, AlignmentSettings settings)
{
    private const int MostRounds = 4;

    /// <summary>The match of a box with its ends at sentences, or null when too little is left of it.</summary>
    public Match? Snap(Box found)
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
                return null;
            }

            box = new Box(queryFrom, queryTo, sourceFrom, sourceTo);
            if (box == before)
            {
                break;
            }
        }

        return IsEnough(pairing, box) ? ToWords(box) : null;
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
        double containment = Math.Min(
            pairing.QueryShare(box.QueryFrom, box.QueryTo, box.SourceFrom, box.SourceTo),
            pairing.SourceShare(box.SourceFrom, box.SourceTo, box.QueryFrom, box.QueryTo));
        int distinct = pairing.DistinctPairs(box);
        return containment * 100 >= settings.ContainmentPercent
            && (distinct >= settings.FewestStems
                || (distinct >= settings.FewestCloseStems && containment * 100 >= settings.ClosePercent))
            && distinct * containment >= settings.FewestSureStems;
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
