using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The candidate hands the own case in.</summary>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record SubmitCaseCommand(Guid CaseId) : ICommand<Done>;

internal sealed class SubmitCaseHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time) : IRequestHandler<SubmitCaseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(SubmitCaseCommand request, CancellationToken cancellationToken)
    {
        var own = await db.AttestationCases.Include(c => c.Scores).SingleOrDefaultAsync(c => c.Id == request.CaseId && c.PersonId == user.Me, cancellationToken);
        if (own is null)
        {
            return new NotFound();
        }

        // sent twice, handed in once
        if (own.Status == AttestationCaseStatus.Submitted)
        {
            return Done.Value;
        }

        var evaluation = await Evaluation.OfCaseAsync(db, mapper, own, time.Today(), cancellationToken);
        var cycle = evaluation.Answer.CommissionLevel is { } level
            ? await db.CycleForAsync(own.OrganisationId, evaluation.Question.Ladder, level, cancellationToken)
            : null;
        return own.Submit(time.UtcNow(), cycle) is { } error ? error : Done.Value;
    }
}
