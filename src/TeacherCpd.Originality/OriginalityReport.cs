namespace TeacherCpd.Originality;

/// <summary>What a text shares with the sources it was compared with.</summary>
/// <param name="Words">Words of the text that can be seen.</param>
/// <param name="ExcludedWords">
/// Words left out of both sides of the fraction: those of <see cref="Exclusions"/> but the own ones, which stay in it.
/// </param>
/// <param name="MatchedWords">Words of <see cref="Passages"/>, each counted once.</param>
/// <param name="SimilarityPermille">
/// Matched words of a thousand words that are not excluded, 0 to 1000; null when no word is left to compare: that
/// text was not checked, which is not the same as 0.
/// </param>
/// <param name="Sc1Permille">Words in literally shared phrases of 5 words and more, of a thousand; null as above.</param>
/// <param name="Sc2Permille">Words in literally shared phrases of 25 words and more, of a thousand; null as above.</param>
/// <param name="Sources">Sources with matches, the largest first.</param>
/// <param name="Passages">Matched passages in the order of the text; they do not overlap in it.</param>
/// <param name="Exclusions">What was left out and why, in the order of the text.</param>
/// <param name="Evidence">Signs of evasion in the checked text, in its order.</param>
public sealed record OriginalityReport(
    int Words,
    int ExcludedWords,
    int MatchedWords,
    int? SimilarityPermille,
    int? Sc1Permille,
    int? Sc2Permille,
    IReadOnlyList<SourceMatch> Sources,
    IReadOnlyList<Passage> Passages,
    IReadOnlyList<Exclusion> Exclusions,
    IReadOnlyList<Evidence> Evidence);

/// <summary>What one source gave.</summary>
/// <param name="SourceId">Source.</param>
/// <param name="MatchedWords">
/// Words of the text found in it, also those that a larger match with another source holds: the sources may add up
/// to more than the report's <see cref="OriginalityReport.MatchedWords"/>.
/// </param>
/// <param name="VerbatimWords">Those of them in literally shared phrases of 5 words and more; the others were edited.</param>
/// <param name="CountedWords">Words of the passages that the report gives to this source.</param>
/// <param name="Permille">Matched words of a thousand words of the text that are not excluded.</param>
public sealed record SourceMatch(Guid SourceId, int MatchedWords, int VerbatimWords, int CountedWords, int Permille);

/// <summary>A passage of the text found in a source. All offsets and lengths in UTF-16 units of the original texts.</summary>
/// <param name="SourceId">Source.</param>
/// <param name="Start">First unit in the checked text.</param>
/// <param name="Length">Units in the checked text.</param>
/// <param name="SourceStart">First unit in the source.</param>
/// <param name="SourceLength">Units in the source.</param>
/// <param name="Words">Words of the passage in the checked text that are not excluded.</param>
/// <param name="VerbatimWords">Those of them in literally shared phrases of 5 words and more.</param>
public sealed record Passage(
    Guid SourceId, int Start, int Length, int SourceStart, int SourceLength, int Words, int VerbatimWords);

/// <summary>Why words do not count, or not as taken from others.</summary>
public enum ExclusionReason
{
    /// <summary>Text of a registered template, handout or law.</summary>
    Template,

    /// <summary>Text of the author's own earlier version that others handed in after it; it counts as the author's.</summary>
    OwnEarlierVersion,

    /// <summary>A quotation with a citation near it.</summary>
    Quotation,

    /// <summary>A list of references.</summary>
    Bibliography,
}

/// <summary>A part of the text that does not count, shown so that a person can disagree.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Start">First UTF-16 unit in the checked text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Words">Words of it.</param>
/// <param name="SourceId">Template or earlier version, or null.</param>
public sealed record Exclusion(ExclusionReason Reason, int Start, int Length, int Words, Guid? SourceId);
