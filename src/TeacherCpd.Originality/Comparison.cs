using System.Runtime.ExceptionServices;
using TeacherCpd.Originality.Matching;

namespace TeacherCpd.Originality;

/// <summary>Compares a text with sources, word by word, and says what it shares with them and where.</summary>
public static class Comparison
{
    /// <summary>
    /// Compares, on all cores. The answer does not depend on the order of the sources. Time and memory grow with the length
    /// of the texts; sources are asked for a few at a time and not kept, so they may be loaded on the way.
    /// </summary>
    /// <param name="query">The text to check.</param>
    /// <param name="sources">Texts to compare with; not the checked text itself.</param>
    /// <param name="cancellationToken">Stops between two sources.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>What asking for a source throws comes out as it is.</remarks>
    public static OriginalityReport Compare(
        PreparedText query, IEnumerable<Source> sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(sources);
        var report = new ReportBuilder(query);
        try
        {
            foreach (Shared shared in sources
                .AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).WithCancellation(cancellationToken)
                .Select(source => Shared.Between(query, source)))
            {
                report.Add(shared);
            }
        }
        catch (AggregateException faults)
        {
            // the caller need not know that it was done on several cores
            ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }

        return report.Build();
    }

    /// <summary>
    /// All passages of a text that one source has, in the order of the text, before anything is excluded and before
    /// other sources have their say; they may overlap.
    /// </summary>
    /// <param name="query">The text to check.</param>
    /// <param name="source">The text to compare with.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<Passage> FindPassages(PreparedText query, Source source)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(source);
        Shared shared = Shared.Between(query, source);
        return shared.Matches.ConvertAll(match =>
        {
            TextRange place = Edges.RangeOf(query, match.QueryFrom, match.QueryTo);
            TextRange origin = Edges.RangeOf(source.Text, match.SourceFrom, match.SourceTo);
            int literal = match.Words - shared.Phrases.AsSpan(match.QueryFrom, match.Words).Count(0);
            return new Passage(source.Id, place.Start, place.Length, origin.Start, origin.Length, match.Words, literal);
        });
    }
}
