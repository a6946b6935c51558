using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A part of a version as it is read.</summary>
/// <param name="MaterialId">Material.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Number among the parts of its kind, from 1.</param>
/// <param name="Text">Text, cut where the check found it elsewhere.</param>
/// <param name="Matches">What the check found, in the order of the text; numbered as in the text.</param>
/// <param name="CheckId">Its newest originality check that is done, or the first that is to come; null where there is none.</param>
/// <param name="SimilarityPermille">Matched words of a thousand, as the check stored them; null: not checked.</param>
public sealed record PartText(
    Guid MaterialId, MaterialKind Kind, int Number, IReadOnlyList<TextPart> Text, IReadOnlyList<TextMatch> Matches, Guid? CheckId, int? SimilarityPermille);

/// <summary>A passage that the check found elsewhere.</summary>
/// <param name="Number">Number in its text, from 1.</param>
/// <param name="Excerpt">Its first words, with what must not be read left out.</param>
/// <param name="Permille">Its share of the text's words, of a thousand.</param>
public sealed record TextMatch(int Number, string Excerpt, int Permille);

internal static class VersionTexts
{
    private const int ExcerptLength = 90;

    /// <summary>The parts of a version in order.</summary>
    /// <param name="db">Database.</param>
    /// <param name="versionId">Version.</param>
    /// <param name="hide">Finds what must not be read; null: nothing.</param>
    /// <param name="remarks">Remarks on the texts in the order of their numbers.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlyList<PartText>> PartTextsAsync(
        this IAppDbContext db, Guid versionId, Func<string, IReadOnlyList<HiddenRange>>? hide, IEnumerable<PassageRemark> remarks, CancellationToken cancellationToken)
    {
        var parts = await (
            from version in db.PortfolioVersions
            where version.Id == versionId
            from material in version.Materials
            join text in db.PortfolioTexts on material.Id equals text.MaterialId
            select new { material.Id, material.Kind, material.Part, text.Text }).ToListAsync(cancellationToken);
        var rounds = await db.OriginalityChecks
            .Where(c => c.VersionId == versionId)
            .Select(c => new { c.Id, c.MaterialId, c.Round, c.Status })
            .ToListAsync(cancellationToken);

        // the newest round that has an answer: what came into the comparison later is seen by whoever reads now
        var newest = rounds
            .GroupBy(c => c.MaterialId)
            .Select(same => (same.Where(c => c.Status == CheckStatus.Done).MaxBy(c => c.Round) ?? same.MinBy(c => c.Round)!).Id)
            .ToList();
        var checks = await db.OriginalityChecks
            .AsNoTracking()
            .Include(c => c.Passages)
            .Where(c => EF.Parameter(newest).Contains(c.Id))
            .ToDictionaryAsync(c => c.MaterialId, cancellationToken);
        var numbered = remarks.Select((r, i) => (r.MaterialId, Range: new MarkedRange(r.Start, r.Length, i + 1))).ToLookup(r => r.MaterialId, r => r.Range);
        return [.. parts.OrderBy(part => part.Kind).ThenBy(part => part.Part).Select(part =>
        {
            var check = checks.GetValueOrDefault(part.Id);
            var text = MarkedText.Of(part.Text, check?.Passages ?? [], hide?.Invoke(part.Text), [.. numbered[part.Id]]);
            return new PartText(part.Id, part.Kind, part.Part, text, Matches(text), check?.Id, check?.SimilarityPermille);
        })];
    }

    private static List<TextMatch> Matches(IReadOnlyList<TextPart> text)
    {
        var all = Math.Max(1, Words(string.Concat(text.Select(p => p.Text))));
        return [.. text.Where(p => p.IsMatched).GroupBy(p => p.Match).Select(g =>
        {
            var words = string.Concat(g.Select(p => p.Text));
            return new TextMatch(g.Key, Excerpt(words), Words(words) * 1000 / all);
        })];
    }

    private static int Words(string text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            words += char.IsLetterOrDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) ? 1 : 0;
        }

        return words;
    }

    private static string Excerpt(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= ExcerptLength ? line : line[..ExcerptLength].TrimEnd() + "…";
    }
}
