using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// The chain of a decided case as a file that <c>attestation verify</c> checks years later without this product. It holds the single
/// votes, so it is for those who may read the whole protocol.
/// </summary>
/// <param name="ProtocolId">Protocol.</param>
/// <param name="DocumentOnly">Only the bytes of the protocol that are signed.</param>
[SignedIn]
public sealed record ExportChainQuery(Guid ProtocolId, bool DocumentOnly = false) : IQuery<ResultFile>;

internal sealed class ExportChainHandler(IAppDbContext db, IMediator mediator, CaseChain chain, TimeProvider time) : IRequestHandler<ExportChainQuery, Result<ResultFile>>
{
    public async Task<Result<ResultFile>> Handle(ExportChainQuery request, CancellationToken cancellationToken)
    {
        var protocol = await mediator.Send(new GetProtocolQuery(request.ProtocolId), cancellationToken);
        if (protocol.Error is { } refused)
        {
            return refused;
        }

        var links = await db.ChainLinks.AsNoTracking()
            .Where(l => db.Protocols.Any(p => p.Id == request.ProtocolId && p.CaseId == l.CaseId))
            .OrderBy(l => l.Sequence)
            .ToListAsync(cancellationToken);
        var active = await db.IssuerKeys.AsNoTracking().OrderByDescending(k => k.CreatedAt).FirstOrDefaultAsync(k => k.RetiredAt == null, cancellationToken);
        if (protocol.Value.Votes is null || links.Count == 0 || active is null)
        {
            return new NotFound();
        }

        var number = protocol.Value.CaseNumber;
        if (request.DocumentOnly)
        {
            return new ResultFile($"{protocol.Value.Number}.json", Encoding.UTF8.GetBytes(links.Single(l => l.RecordId == request.ProtocolId).Document));
        }

        var names = links.Select(l => l.KeyName).Append(active.Name).Distinct().ToList();
        var keys = await db.IssuerKeys.Where(k => names.Contains(k.Name)).Select(k => new ChainKey(k.Name, k.X, k.Y)).ToListAsync(cancellationToken);
        var closing = DecisionChain.Closing(number, links.Count, links[^1].Hash, time.UtcNow());
        var file = DecisionChain.Write(
            number, links.Select(l => (l.Document, l.KeyName, l.Signature)), (closing, active.Name, chain.Sign(active, closing)), keys);
        return new ResultFile($"{number}.chain.json", Encoding.UTF8.GetBytes(file));
    }
}
