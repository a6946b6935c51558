using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary records that a member came to the sitting, or left it.</summary>
/// <param name="IsThere">Came, or left.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record RecordPresenceCommand(Guid SittingId, Guid MemberId, bool IsThere) : ICommand<Done>;

internal sealed class RecordPresenceHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<RecordPresenceCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordPresenceCommand request, CancellationToken cancellationToken)
    {
        var sitting = await db.SittingToHoldAsync(user, request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        if (!await db.Commissions.OfMember(request.MemberId).AnyAsync(c => c.Id == sitting.CommissionId, cancellationToken))
        {
            return new VoterNotAMember();
        }

        var now = time.UtcNow();
        return (request.IsThere ? sitting.Enter(request.MemberId, now) : sitting.Leave(request.MemberId, now)) is { } refused ? refused : Done.Value;
    }
}
