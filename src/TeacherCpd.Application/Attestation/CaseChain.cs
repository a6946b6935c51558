using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Certificates.Credentials;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Certificates;

namespace TeacherCpd.Application.Attestation;

/// <summary>
/// Adds to the chains of cases, in the transaction of what they tell: neither is there without the other. Two who add to one chain at
/// the same moment take the same place; one of them is decided again.
/// </summary>
public sealed class CaseChain(IAppDbContext db, IssuerKeys keys, TimeProvider time)
{
    /// <summary>Adds a signed document.</summary>
    /// <param name="attestationCase">Case.</param>
    /// <param name="kind">What it says.</param>
    /// <param name="recordId">The record that it is about.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="content">What it says.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<ChainLink> AppendAsync(
        AttestationCase attestationCase, ChainKind kind, Guid recordId, DateTime at, JsonObject content, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(cancellationToken);
        var last = db.ChainLinks.Local.Where(l => l.CaseId == attestationCase.Id).MaxBy(l => l.Sequence)
            ?? await db.ChainLinks.AsNoTracking().Where(l => l.CaseId == attestationCase.Id).OrderByDescending(l => l.Sequence).FirstOrDefaultAsync(cancellationToken);
        var sequence = (last?.Sequence ?? 0) + 1;
        var document = DecisionChain.Document(attestationCase.Number, sequence, kind, at, last?.Hash ?? "", content);
        var link = new ChainLink
        {
            CaseId = attestationCase.Id,
            Sequence = sequence,
            Kind = kind,
            RecordId = recordId,
            At = at,
            Document = document,
            Hash = DecisionChain.HashOf(document),
            KeyName = key.Name,
            Signature = Sign(key, document),
        };
        db.ChainLinks.Add(link);
        return link;
    }

    /// <summary>Signs a document by a key of the issuer.</summary>
    public string Sign(IssuerKey key, string document) => Jws.Signature(keys.Open(key), Encoding.UTF8.GetBytes(document));

    /// <summary>The key that signs now; made where there is none.</summary>
    public async Task<IssuerKey> KeyAsync(CancellationToken cancellationToken)
    {
        await db.EnsureKeyAsync(keys, time, cancellationToken);
        return db.IssuerKeys.Local.FirstOrDefault(k => k.Status == IssuerKeyStatus.Active)
            ?? (await db.ActiveKeyAsync(cancellationToken))!;
    }
}
