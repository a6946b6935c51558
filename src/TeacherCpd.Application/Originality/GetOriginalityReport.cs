using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>What a check found, for the owner of the text, the trainer of the group and coordinators in scope.</summary>
[SignedIn]
public sealed record GetOriginalityReportQuery(Guid CheckId) : IQuery<OriginalityReportView>;

/// <summary>A report. It names nobody: a source is known by its number, its day and, to the trainer, its code.</summary>
/// <param name="Receipt">Receipt number of the checked report.</param>
/// <param name="EnrolmentId">For the owner, to go back to the portfolio; null for others.</param>
/// <param name="ReceivedAt">When the report was received (UTC).</param>
/// <param name="Status">State of the check; figures stand only in one that is done.</param>
/// <param name="Permille">Matched words of a thousand; null when nothing was compared.</param>
/// <param name="Sc1Permille">Words in shared phrases of 5 words and more, of a thousand; null as above.</param>
/// <param name="Sc2Permille">Words in shared phrases of 25 words and more, of a thousand; null as above.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="ExcludedWords">Words left out of the figures.</param>
/// <param name="HiddenCharacters">Characters of the file that a reader cannot see; they were left out.</param>
/// <param name="PagesWithoutText">Pages of the file that give no text, such as scans; the figures say nothing about them.</param>
/// <param name="SignsOfEvasion">Words with letters or spaces that imitate others; they were compared as they look.</param>
/// <param name="Signs">The first of them.</param>
/// <param name="Sources">Sources, the largest first.</param>
/// <param name="Exclusions">What does not count, in the order of the text.</param>
/// <param name="MayWithdraw">Whether the user may take the report out of the comparison.</param>
/// <param name="WithdrawnAt">When it was taken out of the comparison (UTC); null while it is in it.</param>
/// <param name="Pieces">The whole text in order.</param>
public sealed record OriginalityReportView(
    string Receipt,
    Guid? EnrolmentId,
    DateTime ReceivedAt,
    CheckStatus Status,
    int? Permille,
    int? Sc1Permille,
    int? Sc2Permille,
    int? Words,
    int? ExcludedWords,
    int HiddenCharacters,
    int PagesWithoutText,
    int SignsOfEvasion,
    IReadOnlyList<SignView> Signs,
    IReadOnlyList<SourceView> Sources,
    IReadOnlyList<ExclusionView> Exclusions,
    bool MayWithdraw,
    DateTime? WithdrawnAt,
    IReadOnlyList<TextPiece> Pieces);

/// <summary>A source.</summary>
/// <param name="Number">Number in this report, from 1.</param>
/// <param name="ReceivedAt">When it was received (UTC).</param>
/// <param name="IsSamePerson">Whether it is a portfolio of the same person in another group.</param>
/// <param name="Receipt">Its receipt number; only for the trainer.</param>
/// <param name="MatchedWords">Words of the checked text that stand in it.</param>
/// <param name="EditedWords">Those of them that do not stand in phrases of 5 equal words and more.</param>
/// <param name="Permille">Of a thousand words of the checked text.</param>
public sealed record SourceView(int Number, DateTime ReceivedAt, bool IsSamePerson, string? Receipt, int MatchedWords, int EditedWords, int Permille);

/// <summary>A part of the text that does not count.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Words">Words in it.</param>
/// <param name="Beginning">Its first words.</param>
/// <param name="Handout">Name of the handout it stands in, or null.</param>
public sealed record ExclusionView(OriginalityExclusionReason Reason, int Words, string Beginning, string? Handout);

/// <summary>A word that imitates another.</summary>
/// <param name="Kind">How.</param>
/// <param name="Pieces">The word as it stands; the odd characters apart, those that nobody sees as a dot.</param>
/// <param name="Restored">The word as it was compared.</param>
public sealed record SignView(EvidenceKind Kind, IReadOnlyList<SignPiece> Pieces, string Restored);

/// <summary>Characters of a word that imitates another.</summary>
/// <param name="Text">The characters.</param>
/// <param name="IsOdd">Whether they are not what they seem.</param>
public sealed record SignPiece(string Text, bool IsOdd);

/// <summary>A piece of the text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">Number of the source it was found in, or null.</param>
/// <param name="Exclusion">Why it does not count, or null.</param>
public sealed record TextPiece(string Text, int? Source = null, OriginalityExclusionReason? Exclusion = null);

internal sealed class GetOriginalityReportHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetOriginalityReportQuery, Result<OriginalityReportView>>
{
    private const int MostSigns = 50;
    private const int BeginningLength = 80;

    public async Task<Result<OriginalityReportView>> Handle(GetOriginalityReportQuery request, CancellationToken cancellationToken)
    {
        var check = await db.OriginalityChecks
            .AsNoTracking()
            .Include(c => c.Sources)
            .Include(c => c.Passages)
            .Include(c => c.Exclusions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == request.CheckId, cancellationToken);
        if (check is null)
        {
            return new NotFound();
        }

        var place = await (
            from p in db.MaterialPlaces()
            join branch in db.Organisations on p.BranchId equals branch.Id
            where p.MaterialId == check.MaterialId
            select new { Material = p, branch.Path }).SingleAsync(cancellationToken);
        var isOwner = place.Material.PersonId == user.Me;
        var isTrainer = place.Material.TrainerId == user.Me && user.Can(Permission.GiveFeedback);
        if (!isOwner && !isTrainer && !user.Covers(Permission.RunOriginality, place.Path))
        {
            return new NotFound();
        }

        var text = await db.PortfolioTexts.AsNoTracking().SingleAsync(t => t.MaterialId == check.MaterialId, cancellationToken);
        var prepared = PreparedText.From(text.Text);
        var sources = await SourcesAsync(check, place.Material.PersonId, isTrainer, cancellationToken);
        return new OriginalityReportView(
            place.Material.Receipt,
            isOwner ? place.Material.EnrolmentId : null,
            place.Material.ReceivedAt,
            check.Status,
            check.SimilarityPermille,
            check.Sc1Permille,
            check.Sc2Permille,
            check.Words,
            check.ExcludedWords,
            text.HiddenCharacters,
            text.PagesWithoutText,
            prepared.EvidenceCount,
            [.. prepared.Evidence.Take(MostSigns).Select(e => Signs.Of(e, text.Text))],
            [.. sources.Values.OrderBy(s => s.Number)],
            await ExclusionsAsync(check, text.Text, cancellationToken),
            user.CanEverywhere(Permission.ManageOriginality),
            await db.ComparisonWithdrawals.Where(w => w.MaterialId == check.MaterialId).Select(w => (DateTime?)w.At).SingleOrDefaultAsync(cancellationToken),
            [.. Cut(text.Text, check, sources)]);
    }

    private async Task<IReadOnlyList<ExclusionView>> ExclusionsAsync(OriginalityCheck check, string text, CancellationToken cancellationToken)
    {
        var ids = check.Exclusions.Select(e => e.HandoutId).OfType<Guid>().Distinct().ToList();
        Dictionary<Guid, string> titles = ids.Count == 0 ? [] : await db.Handouts.Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, h => h.Title, cancellationToken);
        return [.. check.Exclusions.OrderBy(e => e.Start).Select(e => new ExclusionView(
            e.Reason,
            e.Words,
            Beginning(text.AsSpan(e.Start, e.Length)),
            e.HandoutId is { } handout ? titles[handout] : null))];
    }

    // cut between words, so that nothing of a letter is lost
    private static string Beginning(ReadOnlySpan<char> text)
    {
        if (text.Length <= BeginningLength)
        {
            return text.ToString();
        }

        var end = text[..BeginningLength].LastIndexOf(' ');
        return string.Concat(text[..(end > 0 ? end : 0)], "…");
    }

    private async Task<Dictionary<Guid, SourceView>> SourcesAsync(OriginalityCheck check, Guid personId, bool withCode, CancellationToken cancellationToken)
    {
        var ids = check.Sources.Select(s => s.SourceMaterialId).ToList();
        var places = await db.MaterialPlaces().Where(p => ids.Contains(p.MaterialId)).ToDictionaryAsync(p => p.MaterialId, cancellationToken);
        return check.Sources
            .OrderByDescending(s => s.MatchedWords)
            .ThenBy(s => s.SourceMaterialId)
            .Select((s, i) => (s, i, Place: places[s.SourceMaterialId]))
            .ToDictionary(
                x => x.s.SourceMaterialId,
                x => new SourceView(x.i + 1, x.Place.ReceivedAt, x.Place.PersonId == personId, withCode ? x.Place.Receipt : null, x.s.MatchedWords, x.s.MatchedWords - x.s.VerbatimWords, x.s.Permille));
    }

    private static IEnumerable<TextPiece> Cut(string text, OriginalityCheck check, Dictionary<Guid, SourceView> sources)
    {
        var marked = check.Passages
            .Select(p => (p.Start, End: p.Start + p.Length, Source: (int?)sources[p.SourceMaterialId].Number, Exclusion: (OriginalityExclusionReason?)null))
            .Concat(check.Exclusions.Select(e => (e.Start, End: e.Start + e.Length, Source: (int?)null, Exclusion: (OriginalityExclusionReason?)e.Reason)))
            .OrderBy(m => m.Start);
        var at = 0;
        foreach (var mark in marked)
        {
            // edges that were moved to sentences may touch
            var start = Math.Max(mark.Start, at);
            if (start > at)
            {
                yield return new TextPiece(text[at..start]);
                at = start;
            }

            if (mark.End > at)
            {
                yield return new TextPiece(text[at..mark.End], mark.Source, mark.Exclusion);
                at = mark.End;
            }
        }

        if (at < text.Length)
        {
            yield return new TextPiece(text[at..]);
        }
    }
}
