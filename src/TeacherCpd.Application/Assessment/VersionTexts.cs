using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A part of a version as it is read.</summary>
/// <param name="MaterialId">Material.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Number among the parts of its kind, from 1.</param>
/// <param name="Text">Text, cut where the check found it elsewhere.</param>
/// <param name="CheckId">Its originality check; null where there is none.</param>
/// <param name="SimilarityPermille">Matched words of a thousand, as the check stored them; null: not checked.</param>
public sealed record PartText(Guid MaterialId, MaterialKind Kind, int Number, IReadOnlyList<TextPart> Text, Guid? CheckId, int? SimilarityPermille);

internal static class VersionTexts
{
    /// <summary>The parts of a version in order.</summary>
    /// <param name="db">Database.</param>
    /// <param name="versionId">Version.</param>
    /// <param name="hide">Finds what must not be read; null: nothing.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlyList<PartText>> PartTextsAsync(
        this IAppDbContext db, Guid versionId, Func<string, IReadOnlyList<HiddenRange>>? hide, CancellationToken cancellationToken)
    {
        var parts = await (
            from version in db.PortfolioVersions
            where version.Id == versionId
            from material in version.Materials
            join text in db.PortfolioTexts on material.Id equals text.MaterialId
            select new { material.Id, material.Kind, material.Part, text.Text }).ToListAsync(cancellationToken);
        var checks = await db.OriginalityChecks
            .AsNoTracking()
            .Include(c => c.Passages)
            .Where(c => c.VersionId == versionId && c.Round == CheckRound.HandedIn)
            .ToDictionaryAsync(c => c.MaterialId, cancellationToken);
        return [.. parts.OrderBy(part => part.Kind).ThenBy(part => part.Part).Select(part =>
        {
            var check = checks.GetValueOrDefault(part.Id);
            return new PartText(
                part.Id, part.Kind, part.Part, MarkedText.Of(part.Text, check?.Passages ?? [], hide?.Invoke(part.Text)), check?.Id, check?.SimilarityPermille);
        })];
    }
}
