using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>The own evidence, and what can be taken over.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetMyEvidenceQuery : IQuery<MyEvidence>;

/// <summary>The own evidence.</summary>
/// <param name="Items">Items, the newest first.</param>
/// <param name="Proposals">Records of the product that can be taken over.</param>
public sealed record MyEvidence(IReadOnlyList<MyEvidenceItem> Items, IReadOnlyList<EvidenceProposal> Proposals);

/// <summary>An item.</summary>
/// <param name="Uses">Where it is used.</param>
public sealed record MyEvidenceItem(
    Guid Id,
    EvidenceKind Kind,
    string Title,
    DateOnly On,
    EvidenceLevel? Level,
    EvidenceOrigin Origin,
    string? Reference,
    string? FileName,
    DateTime? ConsentedAt,
    IReadOnlyList<EvidenceUse> Uses);

/// <summary>A use of an item.</summary>
public sealed record EvidenceUse(Guid ItemId, Guid CaseId, string CaseNumber, string Criterion, AttestationCaseStatus Status);

internal sealed class GetMyEvidenceHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMyEvidenceQuery, Result<MyEvidence>>
{
    public async Task<Result<MyEvidence>> Handle(GetMyEvidenceQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var items = await db.EvidenceItems.AsNoTracking()
            .Where(i => i.PersonId == me)
            .OrderByDescending(i => i.On)
            .ThenBy(i => i.Id)
            .ToListAsync(cancellationToken);
        var uses = (await db.EvidenceUsesAsync(me, cancellationToken)).ToLookup(u => u.ItemId);
        return new MyEvidence(
            [.. items.Select(i => new MyEvidenceItem(
                i.Id, i.Kind, i.Title, i.On, i.Level, i.Origin, i.Reference, i.FileName, i.ConsentedAt, [.. uses[i.Id]]))],
            await db.ProposalsAsync(me, cancellationToken));
    }
}

/// <summary>Where items are used.</summary>
internal static class EvidenceUses
{
    /// <summary>Uses of the items of a person, by case.</summary>
    public static async Task<IReadOnlyList<EvidenceUse>> EvidenceUsesAsync(this IAppDbContext db, Guid personId, CancellationToken cancellationToken) =>
        await db.AttestationCases
            .Where(c => c.PersonId == personId)
            .SelectMany(c => c.Evidence, (c, e) => new EvidenceUse(e.ItemId, c.Id, c.Number, e.Criterion, c.Status))
            .ToListAsync(cancellationToken);
}
