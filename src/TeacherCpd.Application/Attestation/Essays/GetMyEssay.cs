using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation.Essays;

/// <summary>The essay of one of the own cases.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record GetMyEssayQuery(Guid CaseId) : IQuery<MyEssay>;

/// <summary>The essay of a case.</summary>
/// <param name="Rules">Rules of it; null where the edition asks for none.</param>
/// <param name="Topics">Topics that the ministry set for the year of the case; none where it set none.</param>
/// <param name="IsOpen">Whether it may still be changed.</param>
/// <param name="Essay">What is written; null for nothing yet.</param>
public sealed record MyEssay(Guid CaseId, string Number, string Claimed, EssayRules? Rules, IReadOnlyList<string> Topics, bool IsOpen, EssayView? Essay);

internal sealed class GetMyEssayHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetMyEssayQuery, Result<MyEssay>>
{
    public async Task<Result<MyEssay>> Handle(GetMyEssayQuery request, CancellationToken cancellationToken)
    {
        var own = await db.AttestationCases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.CaseId && c.PersonId == user.Me, cancellationToken);
        if (own is null)
        {
            return new NotFound();
        }

        return new MyEssay(
            own.Id,
            own.Number,
            own.ClaimedCategory,
            await db.EssayRulesAsync(own, cancellationToken),
            await db.EssayTopicsAsync(own, cancellationToken),
            own.EvidenceIsOpen,
            await db.EssayOfAsync(own.Id, cancellationToken));
    }
}
