using System.Data;
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
    private const int Unknown = 0;

    public async Task<Result<Done>> Handle(TendIndexCommand request, CancellationToken cancellationToken)
    {
        // while nodes are updated one by one, an old one leaves the index of the new ones alone
        var isNewer = await db.IndexedDocuments.AnyAsync(d => d.FormatVersion > PreparedText.FormatVersion, cancellationToken);
        if (!isNewer && await db.OutdatedDocuments().AnyAsync(cancellationToken))
        {
            await ForgetSegmentsAsync(cancellationToken);
            for (var number = 0; number < int.MaxValue;)
            {
                number = (await mediator.Send(new IndexAnewCommand(number), cancellationToken)).Value;
            }
        }

        try
        {
            await index.MergeAsync(cancellationToken: cancellationToken);
            return Done.Value;
        }
        catch (IndexOutdatedException)
        {
            return new IndexIsOutdated();
        }
    }

    // No segment is read any more, and their documents are to be prepared again. Serializable, so that no merge publishes a
    // segment in between.
    private Task ForgetSegmentsAsync(CancellationToken cancellationToken) => db.Database.CreateExecutionStrategy().ExecuteAsync(async token =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, token);
        if (await db.OutdatedDocuments().AnyAsync(token))
        {
            await db.IndexSegments
                .Where(s => s.Status == IndexSegmentStatus.Published)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, IndexSegmentStatus.Replaced), token);
            await db.IndexedDocuments
                .Where(d => d.Fingerprints == null)
                .ExecuteUpdateAsync(d => d.SetProperty(x => x.FormatVersion, Unknown), token);
        }

        await transaction.CommitAsync(token);
    }, cancellationToken);
}
