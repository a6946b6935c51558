using TeacherCpd.Originality.Matching;

namespace TeacherCpd.Originality;

/// <summary>Compares a text with sources, word by word, and says what it shares with them and where.</summary>
public static class Comparison
{
    /// <summary>
    /// Compares. The answer does not depend on the order of the sources. Time and memory grow with the length of the
    /// texts; sources are asked for one by one and not kept, so they may be loaded on the way.
    /// </summary>
    /// <param name="query">The text to check.</param>
    /// <param name="sources">Texts to compare with; not the checked text itself.</param>
    /// <param name="cancellationToken">Stops between two sources.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static OriginalityReport Compare(
        PreparedText query, IEnumerable<Source> sources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(sources);
        var report = new ReportBuilder(query);
        foreach (Source source in sources)
        {
            cancellationToken.ThrowIfCancellationRequested();
            report.Add(source, Aligner.Align(query, source.Text, AlignmentSettings.Default));
        }

        return report.Build();
    }
}
