using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;
using TeacherCpd.Originality;
using TeacherCpd.Originality.Index;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// Keeps the index in order: makes it anew when another version of the engine made it, and packs the documents that were
/// handed in since the last time. Each step is saved by itself; broken off, it goes on where it was.
/// </summary>
[SystemOnly]
public sealed record TendIndexCommand : IRequest<Result<Done>>;

/// <summary>The index is being made anew; checks wait for it.</summary>
public sealed record IndexIsOutdated() : Error("index_is_outdated", ErrorKind.Conflict);

internal sealed class TendIndexHandler(IAppDbContext db, FingerprintIndex index, IMediator mediator) : IRequestHandler<TendIndexCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(TendIndexCommand request, CancellationToken cancellationToken)
    {
        if (await db.IndexedDocuments.AnyAsync(d => d.FormatVersion != PreparedText.FormatVersion, cancellationToken))
        {
            await mediator.Send(new ForgetSegmentsCommand(), cancellationToken);
            while ((await mediator.Send(new IndexAnewCommand(), cancellationToken)).Value > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        await index.MergeAsync(cancellationToken: cancellationToken);
        return Done.Value;
    }
}

/// <summary>First step of making the index anew: no segment is read any more, and their documents are to be prepared again.</summary>
[SystemOnly]
public sealed record ForgetSegmentsCommand : ICommand<Done>;

internal sealed class ForgetSegmentsHandler(IAppDbContext db) : IRequestHandler<ForgetSegmentsCommand, Result<Done>>
{
    private const int Unknown = 0;

    public async Task<Result<Done>> Handle(ForgetSegmentsCommand request, CancellationToken cancellationToken)
    {
        await db.IndexSegments
            .Where(s => s.Status == IndexSegmentStatus.Published)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, IndexSegmentStatus.Replaced), cancellationToken);
        await db.IndexedDocuments
            .Where(d => d.Fingerprints == null)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.FormatVersion, Unknown), cancellationToken);
        return Done.Value;
    }
}

/// <summary>Second step, until it says 0: prepares some documents of another version again, and says how many.</summary>
[SystemOnly]
public sealed record IndexAnewCommand : ICommand<int>
{
    /// <summary>Documents in one step.</summary>
    public const int Most = 50;
}

internal sealed class IndexAnewHandler(IAppDbContext db) : IRequestHandler<IndexAnewCommand, Result<int>>
{
    public async Task<Result<int>> Handle(IndexAnewCommand request, CancellationToken cancellationToken)
    {
        var old = await (
            from document in db.IndexedDocuments
            join text in db.PortfolioTexts on document.DocumentId equals text.VersionId
            where document.FormatVersion != PreparedText.FormatVersion
            orderby document.Number
            select new { Document = document, text.Text }).Take(IndexAnewCommand.Most).ToListAsync(cancellationToken);
        foreach (var item in old)
        {
            var anew = Indexing.Document(item.Document.Number, item.Document.DocumentId, PreparedText.From(item.Text));
            item.Document.FormatVersion = anew.FormatVersion;
            item.Document.Fingerprints = anew.Fingerprints;
        }

        return old.Count;
    }
}
