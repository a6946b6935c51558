using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// Compares a version with everything handed in before it. The comparing holds no transaction; what it found is then
/// written by <see cref="RecordCheckResultCommand"/>, once however often this runs.
/// </summary>
[SystemOnly]
public sealed record RunOriginalityCheckCommand(Guid CheckId) : IRequest<Result<Done>>
{
    /// <summary>Tries after which a person must look.</summary>
    public const int MostAttempts = 5;
}

internal sealed class RunOriginalityCheckHandler(IAppDbContext db, IMediator mediator) : IRequestHandler<RunOriginalityCheckCommand, Result<Done>>
{
    // Hashes in one look-up: below the parameters that SQL Server takes.
    private const int HashesAtOnce = 1000;

    // The index keeps the earliest versions with a fingerprint; what more people than this share is a phrase of everybody.
    private const int MostHoldersOfAFingerprint = 64;

    public async Task<Result<Done>> Handle(RunOriginalityCheckCommand request, CancellationToken cancellationToken)
    {
        var version = await (
            from check in db.OriginalityChecks
            join v in db.PortfolioVersions on check.VersionId equals v.Id
            join text in db.PortfolioTexts on v.Id equals text.VersionId
            where check.Id == request.CheckId && check.Status == CheckStatus.Queued
            select new CheckedVersion(v.Id, v.PortfolioId, v.ReceivedAt, text.Text)).SingleOrDefaultAsync(cancellationToken);
        if (version is null)
        {
            return Done.Value;
        }

        await IndexWaitingAsync(version, cancellationToken);
        var prepared = PreparedText.From(version.Text);
        var sources = await SourcesAsync(version, prepared, cancellationToken);
        var report = Comparison.Compare(prepared, sources, cancellationToken);
        return await mediator.Send(new RecordCheckResultCommand(request.CheckId, report), cancellationToken);
    }

    // Jobs run in any order: what was handed in before and still waits for its own check must be found all the same.
    private async Task IndexWaitingAsync(CheckedVersion version, CancellationToken cancellationToken)
    {
        var waiting = await (
            from check in db.OriginalityChecks
            join v in db.PortfolioVersions on check.VersionId equals v.Id
            where check.Status != CheckStatus.Done
                && v.ReceivedAt <= version.ReceivedAt
                && !db.OriginalityFingerprints.Any(f => f.VersionId == v.Id)
            orderby v.ReceivedAt, v.Id
            select v.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            var text = await db.PortfolioTexts.Where(t => t.VersionId == id).Select(t => t.Text).SingleAsync(cancellationToken);
            var hashes = Fingerprints.OfDocument(PreparedText.From(text));
            var kept = new List<long>(hashes.Count);
            foreach (var some in hashes.Chunk(HashesAtOnce))
            {
                var full = await db.OriginalityFingerprints
                    .Where(f => some.Contains(f.Hash))
                    .GroupBy(f => f.Hash)
                    .Where(g => g.Count() >= MostHoldersOfAFingerprint)
                    .Select(g => g.Key)
                    .ToListAsync(cancellationToken);
                kept.AddRange(some.Except(full));
            }

            await mediator.Send(new IndexVersionCommand(id, kept), cancellationToken);
        }
    }

    private async Task<IEnumerable<Source>> SourcesAsync(CheckedVersion version, PreparedText prepared, CancellationToken cancellationToken)
    {
        var query = Fingerprints.OfQuery(prepared);
        var postings = new List<Posting>();
        foreach (var hashes in query.Select(q => q.Hash).Distinct().Chunk(HashesAtOnce))
        {
            // own earlier versions are no sources
            var rows = await (
                from fingerprint in db.OriginalityFingerprints
                join v in db.PortfolioVersions on fingerprint.VersionId equals v.Id
                where hashes.Contains(fingerprint.Hash) && v.PortfolioId != version.PortfolioId && v.ReceivedAt <= version.ReceivedAt
                select new { fingerprint.Hash, v.Id, v.ReceivedAt }).ToListAsync(cancellationToken);

            // of two received in the same millisecond the smaller id is the earlier one, in every database alike
            postings.AddRange(rows
                .Where(r => r.ReceivedAt < version.ReceivedAt || r.Id.CompareTo(version.Id) < 0)
                .Select(r => new Posting(r.Hash, r.Id)));
        }

        var candidates = Candidates.Rank(query, postings).Select(c => c.Document).ToList();
        var texts = await db.PortfolioTexts
            .Where(t => candidates.Contains(t.VersionId))
            .Select(t => new { t.VersionId, t.Text })
            .ToListAsync(cancellationToken);
        var takenFromMe = await TakenFromAsync(version.PortfolioId, candidates, cancellationToken);
        return texts.Select(t => new Source(t.VersionId, PreparedText.From(t.Text, [.. takenFromMe[t.VersionId]])));
    }

    // What another took from an earlier version of this portfolio is not held against its next version.
    private async Task<ILookup<Guid, TextRange>> TakenFromAsync(Guid portfolioId, List<Guid> candidates, CancellationToken cancellationToken)
    {
        var passages = await (
            from check in db.OriginalityChecks
            from passage in check.Passages
            join source in db.PortfolioVersions on passage.SourceVersionId equals source.Id
            where candidates.Contains(check.VersionId) && source.PortfolioId == portfolioId
            orderby passage.Start
            select new { check.VersionId, passage.Start, passage.Length }).ToListAsync(cancellationToken);
        return passages.ToLookup(p => p.VersionId, p => new TextRange(p.Start, p.Length));
    }

    private sealed record CheckedVersion(Guid Id, Guid PortfolioId, DateTime ReceivedAt, string Text);
}
