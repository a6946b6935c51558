using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Domain.Attestation;

/// <summary>The essay has fewer or more words than the edition asks for.</summary>
/// <param name="Words">Words it has.</param>
/// <param name="From">Least.</param>
/// <param name="To">Most.</param>
public sealed record EssayLength(int Words, int From, int To) : Error("essay_length", ErrorKind.Invalid)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Words, From, To];

    /// <inheritdoc/>
    public override string Field => nameof(CaseEssay.Text);
}

/// <summary>
/// The essay of a case (order 83, appendix 1, item 8), with the check of its originality: a row first, then a job that may be tried often.
/// A check that has not finished is "not checked", never 0 %.
/// </summary>
public sealed class CaseEssay : Aggregate
{
    /// <summary>Longest topic, in characters.</summary>
    public const int TopicMaxLength = 400;

    /// <summary>Longest text, in characters.</summary>
    public const int TextMaxLength = 8000;

    /// <summary>Case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Topic, one of those that the ministry set.</summary>
    public string Topic { get; private set; } = "";

    /// <summary>Text as it was kept last.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Words of it; see <see cref="EssayWords"/>.</summary>
    public int Words { get; private set; }

    /// <summary>When it was handed in (UTC); null while it is a draft.</summary>
    public DateTime? HandedInAt { get; private set; }

    /// <summary>How often it was handed in: a check is of one of them.</summary>
    public int Version { get; private set; }

    /// <summary>Fingerprints of what was handed in, packed; null before.</summary>
    public byte[]? Fingerprints { get; private set; }

    /// <summary>State of the check; null while there is none.</summary>
    public CheckStatus? CheckStatus { get; private set; }

    /// <summary>When the check was last queued (UTC).</summary>
    public DateTime? QueuedAt { get; private set; }

    /// <summary>Tries since then.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the check ended (UTC).</summary>
    public DateTime? CheckedAt { get; private set; }

    /// <summary>Matched words of a thousand; null until checked, and for a text without a word to compare.</summary>
    public int? SimilarityPermille { get; private set; }

    /// <summary>Works that share words with it; null until checked.</summary>
    public int? Sources { get; private set; }

    /// <summary>Keeps what is written so far. What was handed in becomes a draft again.</summary>
    public void Keep(string topic, string text)
    {
        (Topic, Text, Words) = (topic, text, EssayWords.Count(text));
        (HandedInAt, Fingerprints, CheckStatus, QueuedAt, Attempts, CheckedAt, SimilarityPermille, Sources) = (null, null, null, null, 0, null, null, null);
    }

    /// <summary>Hands in what is written, and queues its check.</summary>
    /// <param name="rules">Rules of the essay.</param>
    /// <param name="fingerprints">Fingerprints of the text, packed.</param>
    /// <param name="at">Now (UTC).</param>
    public Error? HandIn(EssayRules rules, byte[] fingerprints, DateTime at)
    {
        if (Words < rules.WordsFrom || Words > rules.WordsTo)
        {
            return new EssayLength(Words, rules.WordsFrom, rules.WordsTo);
        }

        (HandedInAt, Fingerprints, CheckStatus, QueuedAt, Attempts) = (at, fingerprints, Originality.CheckStatus.Queued, at, 0);
        Version++;
        return null;
    }

    /// <summary>Writes what a check of a version found; that of an earlier version says nothing any more.</summary>
    public void Finish(int version, int? permille, int sources, DateTime at)
    {
        if (version == Version && CheckStatus == Originality.CheckStatus.Queued)
        {
            (CheckStatus, SimilarityPermille, Sources, CheckedAt) = (Originality.CheckStatus.Done, permille, sources, at);
            Attempts++;
        }
    }

    /// <summary>Counts a try that failed; after the last one a person must look.</summary>
    public void FailOnce(int mostAttempts, DateTime at)
    {
        if (CheckStatus != Originality.CheckStatus.Queued)
        {
            return;
        }

        Attempts++;
        if (Attempts >= mostAttempts)
        {
            (CheckStatus, CheckedAt) = (Originality.CheckStatus.Failed, at);
        }
    }

    /// <summary>Puts a failed check into the queue again.</summary>
    public Error? Retry(DateTime at)
    {
        if (CheckStatus != Originality.CheckStatus.Failed)
        {
            return new StepNotAllowed($"{CheckStatus}", nameof(Originality.CheckStatus.Queued));
        }

        (CheckStatus, CheckedAt, Attempts, QueuedAt) = (Originality.CheckStatus.Queued, null, 0, at);
        return null;
    }
}

/// <summary>How words are counted: what stands between spaces and has a letter or a digit is one, with its hyphens; a lone dash is none.</summary>
public static class EssayWords
{
    /// <summary>Number of words.</summary>
    public static int Count(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));
}
