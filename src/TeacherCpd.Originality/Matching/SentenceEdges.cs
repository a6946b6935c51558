namespace TeacherCpd.Originality.Matching;

/// <summary>
/// Moves the ends of a match to sentences: people copy sentences, not the words between two shared stems. A sentence
/// at an end belongs to the match when enough of its stems stand in the other text's half; the others are cut off.
/// </summary>
internal sealed class SentenceEdges(PreparedText query, PreparedText source, AlignmentSettings settings)
{
    /// <summary>The match in words, or null when nothing is left of it.</summary>
    public Match? Snap(Box box)
    {
        Side side = new(query, source);
        if (Trim(side, box.QueryFrom, box.QueryTo, box.SourceFrom, box.SourceTo) is not { } inQuery)
        {
            return null;
        }

        side = new Side(source, query);
        if (Trim(side, box.SourceFrom, box.SourceTo, inQuery.From, inQuery.To) is not { } inSource)
        {
            return null;
        }

        (int queryFrom, int queryTo) = ToWords(query, inQuery.From, inQuery.To);
        (int sourceFrom, int sourceTo) = ToWords(source, inSource.From, inSource.To);
        return new Match(queryFrom, queryTo, sourceFrom, sourceTo);
    }

    // All ends are content words, the last one included.
    private (int From, int To)? Trim(Side side, int from, int to, int otherFrom, int otherTo)
    {
        while (from <= to)
        {
            (int first, int last) = side.SentenceAround(from);
            if (side.WordsOfSentence(from) > settings.SnapAtMost)
            {
                break;
            }

            if (side.Shares(first, last, otherFrom, otherTo, settings.SnapPercent))
            {
                from = first;
                break;
            }

            from = last + 1;
        }

        while (from <= to)
        {
            (int first, int last) = side.SentenceAround(to);
            if (side.WordsOfSentence(to) > settings.SnapAtMost)
            {
                break;
            }

            if (side.Shares(first, last, otherFrom, otherTo, settings.SnapPercent))
            {
                to = last;
                break;
            }

            to = first - 1;
        }

        return from <= to ? (from, to) : null;
    }

    private (int From, int To) ToWords(PreparedText text, int from, int to)
    {
        int firstWord = text.ContentWords[from];
        int lastWord = text.ContentWords[to];
        int first = text.SentenceOfWord[firstWord];
        int last = text.SentenceOfWord[lastWord];
        bool short1 = text.SentenceEnd(first) - text.SentenceStarts[first] <= settings.SnapAtMost;
        bool short2 = text.SentenceEnd(last) - text.SentenceStarts[last] <= settings.SnapAtMost;
        return (short1 ? text.SentenceStarts[first] : firstWord, short2 ? text.SentenceEnd(last) : lastWord + 1);
    }

    private readonly ref struct Side(PreparedText text, PreparedText other)
    {
        /// <summary>First and last content word of the sentence of a content word.</summary>
        public (int First, int Last) SentenceAround(int content)
        {
            int sentence = text.SentenceOfWord[text.ContentWords[content]];
            int first = text.ContentWords.BinarySearch(text.SentenceStarts[sentence]);
            int end = text.ContentWords.BinarySearch(text.SentenceEnd(sentence));
            return (first < 0 ? ~first : first, (end < 0 ? ~end : end) - 1);
        }

        public int WordsOfSentence(int content)
        {
            int sentence = text.SentenceOfWord[text.ContentWords[content]];
            return text.SentenceEnd(sentence) - text.SentenceStarts[sentence];
        }

        public bool Shares(int first, int last, int otherFrom, int otherTo, int percent)
        {
            int shared = 0;
            foreach (uint stem in text.Stems[first..(last + 1)])
            {
                shared += StemIndex.Any(other.StemIndex.Of(stem), otherFrom, otherTo) ? 1 : 0;
            }

            return shared * 100 >= (last - first + 1) * percent;
        }
    }
}
