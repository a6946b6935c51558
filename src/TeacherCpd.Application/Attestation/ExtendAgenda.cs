using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary puts the cases that have become ready on the agenda of a sitting that is not closed.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record ExtendAgendaCommand(Guid SittingId) : ICommand<int>;

internal sealed class ExtendAgendaHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<ExtendAgendaCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ExtendAgendaCommand request, CancellationToken cancellationToken)
    {
        var sitting = await db.SittingToHoldAsync(user, request.SittingId, cancellationToken);
        if (sitting is null)
        {
            return new NotFound();
        }

        return sitting.Status is SittingStatus.Planned or SittingStatus.Open
            ? await db.AddReadyAsync(sitting, cancellationToken)
            : new StepNotAllowed(sitting.Status.ToString(), sitting.Status.ToString());
    }
}
