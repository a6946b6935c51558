using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Attestation.Essays;

/// <summary>An essay, as the candidate and the commission see it.</summary>
/// <param name="Check">State of its check; null while it is a draft.</param>
/// <param name="SimilarityPermille">Matched words of a thousand; null while it is not checked.</param>
/// <param name="Sources">Works that share words with it.</param>
public sealed record EssayView(
    Guid Id, string Topic, string Text, int Words, DateTime? HandedInAt, CheckStatus? Check, int? SimilarityPermille, int? Sources);

/// <summary>Essays as far as several use cases ask for them.</summary>
internal static class Essays
{
    /// <summary>The essay of a case; null where nothing is written.</summary>
    public static Task<EssayView?> EssayOfAsync(this IAppDbContext db, Guid caseId, CancellationToken cancellationToken) => db.CaseEssays
        .Where(e => e.CaseId == caseId)
        .Select(e => new EssayView(e.Id, e.Topic, e.Text, e.Words, e.HandedInAt, e.CheckStatus, e.SimilarityPermille, e.Sources))
        .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The rules of the essay by the edition of a case.</summary>
    public static async Task<EssayRules?> EssayRulesAsync(this IAppDbContext db, AttestationCase attestationCase, CancellationToken cancellationToken) =>
        RuleBook.Read(await db.RuleSets.Where(r => r.Id == attestationCase.RuleSetId).Select(r => r.Json).SingleAsync(cancellationToken)).Essay;

    /// <summary>Topics that the ministry set for the year in which a case was opened, of both sessions.</summary>
    public static async Task<IReadOnlyList<string>> EssayTopicsAsync(this IAppDbContext db, AttestationCase attestationCase, CancellationToken cancellationToken)
    {
        var year = Clock.DayOf(attestationCase.OpenedAt).Year;
        var topics = await db.YearlyTerms
            .Where(t => t.Year == year && t.EssayTopics != null)
            .OrderBy(t => t.Session)
            .Select(t => t.EssayTopics!)
            .ToListAsync(cancellationToken);
        return [.. topics.SelectMany(t => t.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
    }
}
