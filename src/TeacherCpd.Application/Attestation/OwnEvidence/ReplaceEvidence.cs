using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>A person gives an item another file. Cases that are not under review yet take it; the others keep the one before.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record ReplaceEvidenceCommand(Guid ItemId, EvidenceFile? File) : ICommand<Done>;

internal sealed class ReplaceEvidenceHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ReplaceEvidenceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(ReplaceEvidenceCommand request, CancellationToken cancellationToken)
    {
        var item = await db.EvidenceItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && i.PersonId == user.Me, cancellationToken);
        if (item is null)
        {
            return new NotFound();
        }

        if (request.File is null)
        {
            return new EvidenceFileMissing();
        }

        if (item.ReplaceFile(request.File) is { } refused)
        {
            return refused;
        }

        foreach (var open in await db.CasesOpenForEvidenceAsync(user.Me, cancellationToken))
        {
            open.FollowEvidence(item);
        }

        return Done.Value;
    }
}
