using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.OwnEvidence;

/// <summary>The candidate takes an item out of the case.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record TakeEvidenceOutCommand(Guid CaseId, Guid ItemId) : ICommand<Done>;

internal sealed class TakeEvidenceOutHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<TakeEvidenceOutCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(TakeEvidenceOutCommand request, CancellationToken cancellationToken)
    {
        if (await db.OwnCaseForEvidenceAsync(user.Me, request.CaseId, cancellationToken) is not { } own)
        {
            return new NotFound();
        }

        return own.TakeEvidenceOut(request.ItemId) is { } refused ? refused : Done.Value;
    }
}
