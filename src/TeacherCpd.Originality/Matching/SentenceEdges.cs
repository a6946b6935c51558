namespace TeacherCpd.Originality.Matching;

/// <summary>
/// Moves the ends of a match to sentences: people copy sentences, not the words between two shared stems. A sentence
/// at an end belongs to the match when its share is not far below that of the whole; the others are cut off.
/// </summary>
internal sealed class SentenceEdges(Side query, Side source, AlignmentSettings settings)
{
    /// <summary>The box with its ends at sentences, or null when nothing is left of it.</summary>
    public Box? Snap(Box box)
    {
        for (int round = 0; round < 2; round++)
        {
            if (Trim(query, box.QueryFrom, box.QueryTo, box.SourceFrom, box.SourceTo) is not { } inQuery
                || Trim(source, box.SourceFrom, box.SourceTo, inQuery.From, inQuery.To) is not { } inSource)
            {
                return null;
            }

            box = new Box(inQuery.From, inQuery.To, inSource.From, inSource.To);
        }

        return box;
    }

    /// <summary>The words of a box whose ends were moved.</summary>
    public Match ToWords(Box box)
    {
        (int queryFrom, int queryTo) = ToWords(query, box.QueryFrom, box.QueryTo);
        (int sourceFrom, int sourceTo) = ToWords(source, box.SourceFrom, box.SourceTo);
        return new Match(queryFrom, queryTo, sourceFrom, sourceTo);
    }

    private (int From, int To)? Trim(Side side, int from, int to, int otherFrom, int otherTo)
    {
        double whole = side.Share(from, to, otherFrom, otherTo);
        double needed = Math.Clamp(whole * settings.SnapPercent / 100, settings.SnapLeast / 100.0, settings.SnapMost / 100.0);
        while (from <= to && IsShort(side, from))
        {
            (int first, int last) = side.SentenceAround(from);
            if (side.Share(first, last, otherFrom, otherTo) >= needed)
            {
                from = first;
                break;
            }

            from = last + 1;
        }

        while (from <= to && IsShort(side, to))
        {
            (int first, int last) = side.SentenceAround(to);
            if (side.Share(first, last, otherFrom, otherTo) >= needed)
            {
                to = last;
                break;
            }

            to = first - 1;
        }

        return from <= to ? (from, to) : null;
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
