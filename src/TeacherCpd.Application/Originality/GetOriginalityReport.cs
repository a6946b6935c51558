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
/// <param name="Receipt">Receipt number of the checked version.</param>
/// <param name="EnrolmentId">For the owner, to go back to the portfolio; null for others.</param>
/// <param name="ReceivedAt">When the version was received (UTC).</param>
/// <param name="Status">State of the check; figures stand only in one that is done.</param>
/// <param name="Permille">Matched words of a thousand; null when nothing was compared.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="HiddenCharacters">Characters of the file that a reader cannot see; they were left out.</param>
/// <param name="PagesWithoutText">Pages of the file that give no text, such as scans; the figures say nothing about them.</param>
/// <param name="SignsOfEvasion">Words with letters or spaces that imitate others; they were compared as they look.</param>
/// <param name="Sources">Sources, the largest first.</param>
/// <param name="Pieces">The whole text in order.</param>
public sealed record OriginalityReportView(
    string Receipt,
    Guid? EnrolmentId,
    DateTime ReceivedAt,
    CheckStatus Status,
    int? Permille,
    int? Words,
    int HiddenCharacters,
    int PagesWithoutText,
    int SignsOfEvasion,
    IReadOnlyList<SourceView> Sources,
    IReadOnlyList<TextPiece> Pieces);

/// <summary>A source.</summary>
/// <param name="Number">Number in this report, from 1.</param>
/// <param name="ReceivedAt">When it was received (UTC).</param>
/// <param name="IsSamePerson">Whether it is a portfolio of the same person in another group.</param>
/// <param name="Receipt">Its receipt number; only for the trainer.</param>
/// <param name="MatchedWords">Words of the checked text that stand in it.</param>
/// <param name="Permille">Of a thousand words of the checked text.</param>
public sealed record SourceView(int Number, DateTime ReceivedAt, bool IsSamePerson, string? Receipt, int MatchedWords, int Permille);

/// <summary>A piece of the text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Source">Number of the source it was found in; null for the person's own words.</param>
public sealed record TextPiece(string Text, int? Source);

internal sealed class GetOriginalityReportHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetOriginalityReportQuery, Result<OriginalityReportView>>
{
    public async Task<Result<OriginalityReportView>> Handle(GetOriginalityReportQuery request, CancellationToken cancellationToken)
    {
        var check = await db.OriginalityChecks
            .AsNoTracking()
            .Include(c => c.Sources)
            .Include(c => c.Passages)
            .AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == request.CheckId, cancellationToken);
        if (check is null)
        {
            return new NotFound();
        }

        var place = await (
            from p in db.VersionPlaces()
            join branch in db.Organisations on p.BranchId equals branch.Id
            where p.VersionId == check.VersionId
            select new { Version = p, branch.Path }).SingleAsync(cancellationToken);
        var isOwner = place.Version.PersonId == user.Me;
        var isTrainer = place.Version.TrainerId == user.Me && user.Can(Permission.GiveFeedback);
        if (!isOwner && !isTrainer && !user.Covers(Permission.RunOriginality, place.Path))
        {
            return new NotFound();
        }

        var text = await db.PortfolioTexts.AsNoTracking().SingleAsync(t => t.VersionId == check.VersionId, cancellationToken);
        var sources = await SourcesAsync(check, place.Version.PersonId, isTrainer, cancellationToken);
        return new OriginalityReportView(
            place.Version.Receipt,
            isOwner ? place.Version.EnrolmentId : null,
            place.Version.ReceivedAt,
            check.Status,
            check.SimilarityPermille,
            check.Words,
            text.HiddenCharacters,
            text.PagesWithoutText,
            PreparedText.From(text.Text).EvidenceCount,
            [.. sources.Values.OrderBy(s => s.Number)],
            [.. Cut(text.Text, check.Passages, sources)]);
    }

    private async Task<Dictionary<Guid, SourceView>> SourcesAsync(OriginalityCheck check, Guid personId, bool withCode, CancellationToken cancellationToken)
    {
        var ids = check.Sources.Select(s => s.SourceVersionId).ToList();
        var places = await db.VersionPlaces().Where(p => ids.Contains(p.VersionId)).ToDictionaryAsync(p => p.VersionId, cancellationToken);
        return check.Sources
            .OrderByDescending(s => s.MatchedWords)
            .ThenBy(s => s.SourceVersionId)
            .Select((s, i) => (s, i, Place: places[s.SourceVersionId]))
            .ToDictionary(
                x => x.s.SourceVersionId,
                x => new SourceView(x.i + 1, x.Place.ReceivedAt, x.Place.PersonId == personId, withCode ? x.Place.Receipt : null, x.s.MatchedWords, x.s.Permille));
    }

    private static IEnumerable<TextPiece> Cut(string text, IEnumerable<OriginalityPassage> passages, Dictionary<Guid, SourceView> sources)
    {
        var at = 0;
        foreach (var passage in passages.OrderBy(p => p.Start))
        {
            if (passage.Start > at)
            {
                yield return new TextPiece(text[at..passage.Start], null);
            }

            at = passage.Start + passage.Length;
            yield return new TextPiece(text[passage.Start..at], sources[passage.SourceVersionId].Number);
        }

        if (at < text.Length)
        {
            yield return new TextPiece(text[at..], null);
        }
    }
}
