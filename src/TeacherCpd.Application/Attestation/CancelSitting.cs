using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary calls a planned sitting off; its cases wait for another one.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record CancelSittingCommand(Guid SittingId) : ICommand<Done>;

internal sealed class CancelSittingHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<CancelSittingCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CancelSittingCommand request, CancellationToken cancellationToken)
    {
        var sitting = await db.SittingToHoldAsync(user, request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        return sitting.Status == SittingStatus.Cancelled ? Done.Value : sitting.Cancel() is { } refused ? refused : Done.Value;
    }
}
