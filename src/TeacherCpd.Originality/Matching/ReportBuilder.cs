using TeacherCpd.Originality.Exclusions;

namespace TeacherCpd.Originality.Matching;

/// <summary>Turns the matches with all sources into one report in which every word counts once.</summary>
internal sealed class ReportBuilder(PreparedText query)
{
    // A rest of a match that larger ones left over has to be this long, in words, to be a passage of its own.
    private const int FewestRestWords = 5;

    // Shorter than this, in words, marks are a name or irony. All quotations together excuse this part of a text,
    // and in a short one this many words.
    private const int FewestQuotedWords = 4;
    private const int MostQuotedPercent = 20;
    private const int AlwaysQuotedWords = 40;

    private readonly WordLedger ledger = new(query.Words);
    private readonly int[] longestPhrase = new int[query.Words];
    private readonly List<(int Order, int[] Phrases)> phrasesOfWorks = [];
    private readonly List<Finding> works = [];
    private readonly List<Finding> templates = [];
    private readonly List<Finding> own = [];

    /// <summary>Takes what was found in a source.</summary>
    public void Add(Shared shared)
    {
        Source source = shared.Source;
        List<Finding> findings = source.Role switch
        {
            SourceRole.Template => templates,
            SourceRole.OwnEarlierVersion => own,
            SourceRole.Work or _ => works,
        };
        foreach (Match match in shared.Matches)
        {
            TextRange place = Edges.RangeOf(source.Text, match.SourceFrom, match.SourceTo);
            findings.Add(new Finding(source.Id, source.Order, match, place, shared.Phrases));
        }

        if (source.Role == SourceRole.Work)
        {
            phrasesOfWorks.Add((source.Order, shared.Phrases));
        }
    }

    /// <summary>The report; afterwards the builder is spent.</summary>
    public OriginalityReport Build()
    {
        List<Exclusion> exclusions = [];
        ExcludeTemplates(exclusions);
        ExcludeBibliography(exclusions);
        ExcludeQuotations(exclusions);
        Finding?[] excused = ExcuseOwn();
        List<Passage> passages = GivePassages();
        ListExcused(excused, exclusions);
        exclusions.Sort((x, y) => x.Start.CompareTo(y.Start));
        return new OriginalityReport(
            query.Words,
            ledger.Excluded,
            ledger.Matched,
            Permille(ledger.Matched),
            Permille(InPhrases(SharedPhrases.ShortPhrase)),
            Permille(InPhrases(SharedPhrases.LongPhrase)),
            SumUpSources(passages),
            passages,
            exclusions,
            query.Evidence);
    }

    private void ExcludeTemplates(List<Exclusion> exclusions)
    {
        foreach (Finding finding in LargestFirst(templates))
        {
            Match match = finding.Match;
            int words = ledger.Exclude(match.QueryFrom, match.QueryTo);
            if (words > 0)
            {
                TextRange range = Edges.RangeOf(query, match.QueryFrom, match.QueryTo);
                exclusions.Add(new Exclusion(ExclusionReason.Template, range.Start, range.Length, words, finding.SourceId));
            }
        }
    }

    // What the author handed in before another did is the author's, whoever took it since; what an own version had from
    // somebody before it stays that one's. The words stay in the fraction: they are own text.
    private Finding?[] ExcuseOwn()
    {
        Finding?[] first = new Finding?[query.Words];
        foreach (Finding finding in own.OrderByDescending(finding => finding.Order))
        {
            first.AsSpan(finding.Match.QueryFrom, finding.Match.Words).Fill(finding);
        }

        Finding?[] excused = new Finding?[query.Words];
        Finding[] all = [.. works];
        works.Clear();
        foreach (Finding finding in all)
        {
            Match match = finding.Match;
            int from = match.QueryFrom;
            for (int word = from; word <= match.QueryTo; word++)
            {
                bool isOwn = word < match.QueryTo && first[word]?.Order < finding.Order;
                if (isOwn || word == match.QueryTo)
                {
                    if (word > from && word - from >= Math.Min(FewestRestWords, match.Words))
                    {
                        works.Add(finding with { Match = match with { QueryFrom = from, QueryTo = word } });
                    }

                    from = word + 1;
                }

                if (isOwn && !ledger.IsExcluded(word))
                {
                    excused[word] = first[word];
                }
            }
        }

        foreach ((int order, int[] phrases) in phrasesOfWorks)
        {
            for (int word = 0; word < phrases.Length; word++)
            {
                longestPhrase[word] = first[word]?.Order < order ? longestPhrase[word] : Math.Max(longestPhrase[word], phrases[word]);
            }
        }

        return excused;
    }

    // Only what no work from before the own version claims: a word that counts is not shown as one that does not.
    private void ListExcused(Finding?[] excused, List<Exclusion> exclusions)
    {
        for (int from = 0; from < excused.Length; from++)
        {
            int to = from;
            while (to < excused.Length && excused[to] is { } own && !ledger.IsMatched(to) && own.SourceId == excused[from]!.SourceId)
            {
                to++;
            }

            if (to > from)
            {
                TextRange range = Edges.RangeOf(query, from, to);
                exclusions.Add(new Exclusion(ExclusionReason.OwnEarlierVersion, range.Start, range.Length, to - from, excused[from]!.SourceId));
                from = to - 1;
            }
        }
    }

    private void ExcludeBibliography(List<Exclusion> exclusions)
    {
        foreach (TextRange range in Bibliography.Find(query))
        {
            int words = ledger.Exclude(query.FirstWordFrom(range.Start), query.FirstWordFrom(range.End));
            if (words > 0)
            {
                exclusions.Add(new Exclusion(ExclusionReason.Bibliography, range.Start, range.Length, words, null));
            }
        }
    }

    // Quotations are excused up to a part of the text; the first ones in its order, so that a reader can follow.
    private void ExcludeQuotations(List<Exclusion> exclusions)
    {
        int left = Math.Max(AlwaysQuotedWords, query.Words * MostQuotedPercent / 100);
        foreach (TextRange range in Quotations.Find(query))
        {
            int from = query.FirstWordFrom(range.Start);
            int to = query.FirstWordFrom(range.End);
            int words = ledger.Counting(from, to);
            if (to - from >= FewestQuotedWords && words > 0 && words <= left)
            {
                left -= ledger.Exclude(from, to);
                exclusions.Add(new Exclusion(ExclusionReason.Quotation, range.Start, range.Length, words, null));
            }
        }
    }

    // The larger match wins an overlap; what it leaves of a smaller one is a passage when it is long enough.
    private List<Passage> GivePassages()
    {
        List<(int From, int To, Finding Finding)> pieces = [];
        foreach (Finding finding in LargestFirst(works))
        {
            Match match = finding.Match;
            int at = match.QueryFrom;
            while (at < match.QueryTo)
            {
                (int from, int to) = ledger.NextFree(at, match.QueryTo);
                at = Math.Max(to, at + 1);
                if (to > from && to - from >= Math.Min(FewestRestWords, match.Words))
                {
                    ledger.Take(from, to);
                    pieces.Add((from, to, finding));
                }
            }
        }

        pieces.Sort((a, b) => a.From.CompareTo(b.From));
        List<Passage> passages = new(pieces.Count);
        int last = 0;
        foreach ((int from, int to, Finding finding) in pieces)
        {
            TextRange range = Edges.RangeOf(query, from, to);
            int start = Math.Max(range.Start, last);
            last = range.End;
            passages.Add(new Passage(
                finding.SourceId,
                start,
                range.End - start,
                finding.SourcePlace.Start,
                finding.SourcePlace.Length,
                to - from,
                to - from - finding.Phrases.AsSpan(from, to - from).Count(0)));
        }

        return passages;
    }

    private List<SourceMatch> SumUpSources(List<Passage> passages)
    {
        Dictionary<Guid, int> counted = passages
            .GroupBy(passage => passage.SourceId)
            .ToDictionary(group => group.Key, group => group.Sum(passage => passage.Words));
        List<SourceMatch> sources = [];
        foreach (IGrouping<Guid, Finding> source in works.GroupBy(finding => finding.SourceId))
        {
            // Matches of one source may overlap: its words are counted on a sheet of their own.
            bool[] matched = new bool[query.Words];
            int[] phrases = source.First().Phrases;
            foreach (Finding finding in source)
            {
                matched.AsSpan(finding.Match.QueryFrom, finding.Match.Words).Fill(true);
            }

            int words = 0;
            int verbatim = 0;
            for (int word = 0; word < matched.Length; word++)
            {
                if (matched[word] && !ledger.IsExcluded(word))
                {
                    words++;
                    verbatim += phrases[word] > 0 ? 1 : 0;
                }
            }

            if (words > 0)
            {
                sources.Add(new SourceMatch(
                    source.Key, words, verbatim, counted.GetValueOrDefault(source.Key), Permille(words) ?? 0));
            }
        }

        return [.. sources.OrderByDescending(source => source.MatchedWords).ThenBy(source => source.SourceId)];
    }

    private IOrderedEnumerable<Finding> LargestFirst(List<Finding> findings) => findings
        .OrderByDescending(finding => ledger.Counting(finding.Match.QueryFrom, finding.Match.QueryTo))
        .ThenBy(finding => finding.SourceId)
        .ThenBy(finding => finding.Match.QueryFrom)
        .ThenBy(finding => finding.Match.SourceFrom);

    private int InPhrases(int atLeast)
    {
        int words = 0;
        for (int word = 0; word < longestPhrase.Length; word++)
        {
            words += longestPhrase[word] >= atLeast && !ledger.IsExcluded(word) ? 1 : 0;
        }

        return words;
    }

    private int? Permille(int part)
    {
        int whole = query.Words - ledger.Excluded;
        return whole == 0 ? null : (int)(((part * 1000L) + (whole / 2)) / whole);
    }

    private sealed record Finding(Guid SourceId, int Order, Match Match, TextRange SourcePlace, int[] Phrases);
}
