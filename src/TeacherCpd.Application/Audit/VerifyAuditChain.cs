using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Audit;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Audit;

/// <summary>Goes through the audit chain from its beginning and looks whether every hash still fits.</summary>
[SystemOnly]
public sealed record VerifyAuditChainQuery : IQuery<AuditChainState>;

/// <summary>What was found.</summary>
/// <param name="Processes">Processes read.</param>
/// <param name="BrokenAt">Number of the first process that does not fit; null while the chain is whole.</param>
public sealed record AuditChainState(long Processes, long? BrokenAt);

internal sealed class VerifyAuditChainHandler(IAppDbContext db) : IRequestHandler<VerifyAuditChainQuery, Result<AuditChainState>>
{
    public async Task<Result<AuditChainState>> Handle(VerifyAuditChainQuery request, CancellationToken cancellationToken) =>
        await AuditChain.VerifyAsync(db, cancellationToken);
}

/// <summary>The chain of audit processes.</summary>
internal static class AuditChain
{
    // a chain of millions must not stand in memory at once
    private const int AtOnce = 200;

    /// <summary>Reads it from its beginning and stops at the first process that does not fit.</summary>
    public static async Task<AuditChainState> VerifyAsync(IAppDbContext db, CancellationToken cancellationToken)
    {
        // read first: a command that ends meanwhile only makes the chain longer than this end
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var read = 0L;
        var hash = "";
        while (true)
        {
            var processes = await db.AuditProcesses
                .AsNoTracking()
                .Include(p => p.Events)
                .Where(p => p.Sequence > read && p.Sequence <= head.Sequence)
                .OrderBy(p => p.Sequence)
                .Take(AtOnce)
                .ToListAsync(cancellationToken);
            foreach (var process in processes)
            {
                if (process.Sequence != read + 1 || process.PreviousHash != hash || process.Hash != AuditHash.Of(process))
                {
                    return new AuditChainState(read, read + 1);
                }

                read++;
                hash = process.Hash;
            }

            if (processes.Count < AtOnce)
            {
                return read == head.Sequence && hash == head.Hash
                    ? new AuditChainState(read, null)
                    : new AuditChainState(read, read + 1);
            }
        }
    }
}
