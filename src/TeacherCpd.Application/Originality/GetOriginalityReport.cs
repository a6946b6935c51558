using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>What a check found, for the owner of the text, the trainer of the group and coordinators in scope.</summary>
/// <param name="CheckId">Check.</param>
/// <param name="Filter">Which matches are marked and listed; null: all.</param>
/// <param name="WithAllTexts">Whether the text of every source is wanted as far as the reader may have it, not only of the chosen one.</param>
[SignedIn]
public sealed record GetOriginalityReportQuery(Guid CheckId, MatchFilter? Filter = null, bool WithAllTexts = false) : IQuery<OriginalityReportView>;

/// <summary>Which matches of a report are marked and listed.</summary>
/// <param name="Source">Number of a source; null: of all.</param>
/// <param name="Kind">Kind; null: both.</param>
/// <param name="Review">State of the review; null: all.</param>
public sealed record MatchFilter(int? Source = null, MatchKind? Kind = null, MatchReview? Review = null)
{
    /// <summary>Whether it leaves anything out.</summary>
    public bool IsSet => Source is not null || Kind is not null || Review is not null;

    /// <summary>Whether a match passes.</summary>
    public bool Takes(MatchView match) =>
        (Source is null || Source == match.Source) && (Kind is null || Kind == match.Kind) && (Review is null || Review == match.Review);
}

/// <summary>How a passage was taken.</summary>
public enum MatchKind
{
    /// <summary>Nearly word for word.</summary>
    Verbatim,

    /// <summary>With words replaced, moved or left out.</summary>
    Edited,
}

/// <summary>What people said of a passage.</summary>
public enum MatchReview
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>It is taken from the source.</summary>
    Confirmed,

    /// <summary>It does not count.</summary>
    Dismissed,
}

/// <summary>A report. It names nobody: a source is known by its number, its day and, to the trainer, its code.</summary>
/// <param name="Receipt">Receipt number of the checked report.</param>
/// <param name="EnrolmentId">For the owner, to go back to the portfolio; null for others.</param>
/// <param name="ReceivedAt">When the report was received (UTC).</param>
/// <param name="Sha256">SHA-256 of the file in lower-case hexadecimal.</param>
/// <param name="Stage">Stage of the version.</param>
/// <param name="Round">Round of the check.</param>
/// <param name="Status">State of the check; figures stand only in one that is done.</param>
/// <param name="Permille">Matched words of a thousand; null when nothing was compared.</param>
/// <param name="ReviewedPermille">The same without the passages that were dismissed; null as above.</param>
/// <param name="ThresholdPermille">Threshold of the plan; null where it sets none.</param>
/// <param name="Sc1Permille">Words in shared phrases of 5 words and more, of a thousand; null as above.</param>
/// <param name="Sc2Permille">Words in shared phrases of 25 words and more, of a thousand; null as above.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="ExcludedWords">Words left out of the figures.</param>
/// <param name="HiddenCharacters">Characters of the file that a reader cannot see; they were left out.</param>
/// <param name="PagesWithoutText">Pages of the file that give no text, such as scans; the figures say nothing about them.</param>
/// <param name="SignsOfEvasion">Words with letters or spaces that imitate others; they were compared as they look.</param>
/// <param name="Signs">The first of them.</param>
/// <param name="Rounds">This check and the other rounds of the same report and version, in order.</param>
/// <param name="Sources">Sources, the largest first.</param>
/// <param name="Matches">Matches that pass the filter, in the order of the text.</param>
/// <param name="AllMatches">All matches.</param>
/// <param name="Exclusions">What does not count, in the order of the text.</param>
/// <param name="Cases">Cases of the version, the newest first.</param>
/// <param name="MayReview">Whether the user may review passages, open a case and note a crossing.</param>
/// <param name="MayWithdraw">Whether the user may take the report out of the comparison.</param>
/// <param name="WithdrawnAt">When it was taken out of the comparison (UTC); null while it is in it.</param>
/// <param name="Pieces">The whole text in order.</param>
/// <param name="Texts">What the reader may see of the sources, in the order of their numbers.</param>
public sealed record OriginalityReportView(
    string Receipt,
    Guid? EnrolmentId,
    DateTime ReceivedAt,
    string Sha256,
    AssessmentStage Stage,
    CheckRound Round,
    CheckStatus Status,
    int? Permille,
    int? ReviewedPermille,
    int? ThresholdPermille,
    int? Sc1Permille,
    int? Sc2Permille,
    int? Words,
    int? ExcludedWords,
    int HiddenCharacters,
    int PagesWithoutText,
    int SignsOfEvasion,
    IReadOnlyList<SignView> Signs,
    IReadOnlyList<RoundView> Rounds,
    IReadOnlyList<SourceView> Sources,
    IReadOnlyList<MatchView> Matches,
    int AllMatches,
    IReadOnlyList<ExclusionView> Exclusions,
    IReadOnlyList<CaseLink> Cases,
    bool MayReview,
    bool MayWithdraw,
    DateTime? WithdrawnAt,
    IReadOnlyList<TextPiece> Pieces,
    IReadOnlyList<SourceText> Texts);

/// <summary>A round of checking.</summary>
public sealed class RoundView
{
    public Guid CheckId { get; init; }

    public CheckRound Round { get; init; }

    public CheckStatus Status { get; init; }

    public DateTime QueuedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public int? Permille { get; init; }

    public int? ReviewedPermille { get; init; }

    public ThresholdCrossing Crossing { get; init; }

    public DateTime? NotedAt { get; init; }
}

/// <summary>A case of the version.</summary>
public sealed record CaseLink(Guid Id, string Number, OriginalityCaseStatus Status);

/// <summary>A source.</summary>
/// <param name="Number">Number in this report, from 1.</param>
/// <param name="ReceivedAt">When it was received (UTC).</param>
/// <param name="IsLater">Whether it was received after the checked report: it may have been taken from it, not the other way round.</param>
/// <param name="IsSamePerson">Whether it is a portfolio of the same person in another group.</param>
/// <param name="Receipt">Its receipt number; only for the trainer.</param>
/// <param name="MatchedWords">Words of the checked text that stand in it.</param>
/// <param name="EditedWords">Those of them that do not stand in phrases of 5 equal words and more.</param>
/// <param name="Permille">Of a thousand words of the checked text.</param>
/// <param name="MayReadWhole">Whether the reader may see the whole text of it.</param>
public sealed record SourceView(
    int Number, DateTime ReceivedAt, bool IsLater, bool IsSamePerson, string? Receipt, int MatchedWords, int EditedWords, int Permille, bool MayReadWhole);

/// <summary>A match.</summary>
/// <param name="PassageId">Passage of the check.</param>
/// <param name="Number">Number in this report, from 1, in the order of the text.</param>
/// <param name="Source">Number of its source.</param>
/// <param name="Words">Matched words.</param>
/// <param name="Kind">How it was taken.</param>
/// <param name="Beginning">Its first words.</param>
/// <param name="Review">What people said of it.</param>
/// <param name="Reason">Their reason; null while nothing was said.</param>
/// <param name="ReviewedAt">When it was said (UTC).</param>
public sealed record MatchView(
    Guid PassageId, int Number, int Source, int Words, MatchKind Kind, string Beginning, MatchReview Review, string? Reason, DateTime? ReviewedAt);

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
/// <param name="Match">The match that it is, or null.</param>
/// <param name="Exclusion">Why it does not count, or null.</param>
public sealed record TextPiece(string Text, MatchView? Match = null, OriginalityExclusionReason? Exclusion = null);

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

        var work = await db.WorkPlaces().AsNoTracking().SingleAsync(w => w.VersionId == check.VersionId, cancellationToken);
        var isOwner = work.PersonId == user.Me;
        if (!isOwner && !work.IsJudgedBy(user))
        {
            return new NotFound();
        }

        var material = await db.PortfolioMaterials
            .Where(m => m.Id == check.MaterialId)
            .Join(db.PortfolioTexts, m => m.Id, t => t.MaterialId, (m, t) => new { m.Kind, m.Part, m.Number, m.ReceivedAt, m.Sha256, Text = t })
            .SingleAsync(cancellationToken);
        var text = material.Text;
        var prepared = PreparedText.From(text.Text);
        var places = await new SourceTexts(db).PlacesAsync(check, cancellationToken);
        var sources = Sources(check, work, material.ReceivedAt, places);
        var all = await MatchesAsync(check, text.Text, sources, cancellationToken);
        var filter = request.Filter ?? new MatchFilter();
        var matches = all.Where(m => filter.Takes(m.Match)).ToList();
        return new OriginalityReportView(
            ReceiptNumber.Of(work.ListenerCode, material.Kind, material.Part, material.Number),
            isOwner ? work.EnrolmentId : null,
            material.ReceivedAt,
            material.Sha256,
            check.Stage,
            check.Round,
            check.Status,
            check.SimilarityPermille,
            check.ReviewedPermille,
            work.Plan.ThresholdPermille,
            check.Sc1Permille,
            check.Sc2Permille,
            check.Words,
            check.ExcludedWords,
            text.HiddenCharacters,
            text.PagesWithoutText,
            prepared.EvidenceCount,
            [.. prepared.Evidence.Take(MostSigns).Select(e => Signs.Of(e, text.Text))],
            await RoundsAsync(check, cancellationToken),
            [.. sources.Values.OrderBy(s => s.Number)],
            [.. matches.Select(m => m.Match)],
            all.Count,
            await ExclusionsAsync(check, text.Text, cancellationToken),
            await CasesAsync(check.VersionId, cancellationToken),
            work.IsJudgedBy(user),
            user.CanEverywhere(Permission.ManageOriginality),
            await db.ComparisonWithdrawals.Where(w => w.MaterialId == check.MaterialId).Select(w => (DateTime?)w.At).SingleOrDefaultAsync(cancellationToken),
            [.. Cut(text.Text, check, matches)],
            await new SourceTexts(db).TextsAsync(places, sources, matches, request.WithAllTexts ? null : filter.Source ?? 1, cancellationToken));
    }

    private async Task<IReadOnlyList<RoundView>> RoundsAsync(OriginalityCheck check, CancellationToken cancellationToken)
    {
        var rounds = await db.OriginalityChecks
            .Where(c => c.VersionId == check.VersionId && c.MaterialId == check.MaterialId)
            .Select(c => new RoundView
            {
                CheckId = c.Id,
                Round = c.Round,
                Status = c.Status,
                QueuedAt = c.QueuedAt,
                FinishedAt = c.FinishedAt,
                Permille = c.SimilarityPermille,
                ReviewedPermille = c.ReviewedPermille,
                Crossing = c.Crossing,
                NotedAt = c.CrossingNotedAt,
            })
            .ToListAsync(cancellationToken);
        return [.. rounds.OrderBy(r => r.Round)];
    }

    private async Task<IReadOnlyList<CaseLink>> CasesAsync(Guid versionId, CancellationToken cancellationToken) => await db.OriginalityCases
        .Where(c => c.VersionId == versionId)
        .OrderByDescending(c => c.OpenedAt)
        .Select(c => new CaseLink(c.Id, c.Number, c.Status))
        .ToListAsync(cancellationToken);

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

    private Dictionary<Guid, SourceView> Sources(OriginalityCheck check, WorkPlace work, DateTime receivedAt, Dictionary<Guid, SourcePlace> places)
    {
        var isTrainer = work.TrainerId == user.Me && user.Can(Permission.GiveFeedback);
        return check.Sources
            .OrderByDescending(s => s.MatchedWords)
            .ThenBy(s => s.SourceMaterialId)
            .Select((s, i) => (s, i, places[s.SourceMaterialId].Place, places[s.SourceMaterialId].BranchPath))
            .ToDictionary(
                x => x.s.SourceMaterialId,
                x => new SourceView(
                    x.i + 1,
                    x.Place.ReceivedAt,
                    x.Place.ReceivedAt > receivedAt,
                    x.Place.PersonId == work.PersonId,
                    isTrainer ? x.Place.Receipt : null,
                    x.s.MatchedWords,
                    x.s.MatchedWords - x.s.VerbatimWords,
                    x.s.Permille,
                    x.Place.PersonId == user.Me || (isTrainer && x.Place.TrainerId == user.Me) || user.Covers(Permission.RunOriginality, x.BranchPath)));
    }

    private async Task<List<FoundMatch>> MatchesAsync(OriginalityCheck check, string text, Dictionary<Guid, SourceView> sources, CancellationToken cancellationToken)
    {
        var reviews = await db.PassageReviews.AsNoTracking().Where(r => r.MaterialId == check.MaterialId).ToListAsync(cancellationToken);
        return [.. check.Passages.OrderBy(p => p.Start).ThenBy(p => p.Id).Select((p, i) =>
        {
            var review = ReviewedFigure.On(p, reviews);
            return new FoundMatch(p, new MatchView(
                p.Id,
                i + 1,
                sources[p.SourceMaterialId].Number,
                p.Words,
                p.IsVerbatim ? MatchKind.Verbatim : MatchKind.Edited,
                Beginning(text.AsSpan(p.Start, p.Length)),
                review?.Judgement switch
                {
                    PassageJudgement.Confirmed => MatchReview.Confirmed,
                    PassageJudgement.Dismissed => MatchReview.Dismissed,
                    null => MatchReview.Open,
                },
                review?.Reason,
                review?.At));
        })];
    }

    private static IEnumerable<TextPiece> Cut(string text, OriginalityCheck check, List<FoundMatch> matches)
    {
        var marked = matches
            .Select(m => (m.Passage.Start, End: m.Passage.Start + m.Passage.Length, Match: (MatchView?)m.Match, Exclusion: (OriginalityExclusionReason?)null))
            .Concat(check.Exclusions.Select(e => (e.Start, End: e.Start + e.Length, Match: (MatchView?)null, Exclusion: (OriginalityExclusionReason?)e.Reason)))
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
                yield return new TextPiece(text[at..mark.End], mark.Match, mark.Exclusion);
                at = mark.End;
            }
        }

        if (at < text.Length)
        {
            yield return new TextPiece(text[at..]);
        }
    }
}

/// <summary>A passage with what is shown of it.</summary>
internal sealed record FoundMatch(OriginalityPassage Passage, MatchView Match);
