using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>What the engine found, as rows of a check.</summary>
public static class Findings
{
    /// <summary>The rows of a check.</summary>
    public static CheckFindings Of(Guid checkId, OriginalityReport report) => new(
        report.SimilarityPermille,
        report.Sc1Permille,
        report.Sc2Permille,
        report.Words,
        report.ExcludedWords,
        [.. report.Sources.Select(s => new OriginalitySource
        {
            CheckId = checkId,
            SourceMaterialId = s.SourceId,
            MatchedWords = s.MatchedWords,
            VerbatimWords = s.VerbatimWords,
            Permille = s.Permille,
        })],
        [.. report.Passages.Select(p => new OriginalityPassage
        {
            CheckId = checkId,
            SourceMaterialId = p.SourceId,
            Start = p.Start,
            Length = p.Length,
            SourceStart = p.SourceStart,
            SourceLength = p.SourceLength,
            Words = p.Words,
            VerbatimWords = p.VerbatimWords,
        })],
        [.. report.Exclusions.Select(e => new OriginalityExclusion
        {
            CheckId = checkId,
            Reason = ReasonOf(e.Reason),
            Start = e.Start,
            Length = e.Length,
            Words = e.Words,
            HandoutId = e.Reason == ExclusionReason.Template ? e.SourceId : null,
            OwnMaterialId = e.Reason == ExclusionReason.OwnEarlierVersion ? e.SourceId : null,
        })]);

    private static OriginalityExclusionReason ReasonOf(ExclusionReason reason) => reason switch
    {
        ExclusionReason.Template => OriginalityExclusionReason.Handout,
        ExclusionReason.OwnEarlierVersion => OriginalityExclusionReason.OwnEarlierVersion,
        ExclusionReason.Quotation => OriginalityExclusionReason.Quotation,
        ExclusionReason.Bibliography => OriginalityExclusionReason.Bibliography,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
