using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>How a vote stands, before the decision is taken.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record GetDecisionQuery(Guid CaseId) : IQuery<DecisionView>;

/// <summary>How a vote stands.</summary>
/// <param name="Hindrance">Why no decision can be taken yet; null when it can.</param>
/// <param name="Conforms">What the decision would be; null while none can be taken.</param>
public sealed record DecisionView(
    Guid Id, string Number, string Claimed, AttestationCaseStatus Status, int Members, int Quorum, int For, int Against, Error? Hindrance, bool? Conforms);

internal sealed class GetDecisionHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetDecisionQuery, Result<DecisionView>>
{
    public async Task<Result<DecisionView>> Handle(GetDecisionQuery request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var attestationCase = found.Value;
        var commission = await db.Commissions.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == attestationCase.CommissionId, cancellationToken);
        if (commission is null)
        {
            return new NotFound();
        }

        var json = await db.RuleSets.Where(r => r.Id == attestationCase.RuleSetId).Select(r => r.Json).SingleAsync(cancellationToken);
        var rules = RuleBook.Read(json).Commission;
        var decision = CommissionDecision.Take(rules, commission, attestationCase.CountedVotes);
        return new DecisionView(
            attestationCase.Id,
            attestationCase.Number,
            attestationCase.ClaimedCategory,
            attestationCase.Status,
            commission.Serving.Count(),
            rules.Quorum(commission.Serving.Count()),
            attestationCase.CountedVotes.Count(v => v.Conforms),
            attestationCase.CountedVotes.Count(v => !v.Conforms),
            decision.Error,
            decision.Error is null ? decision.Value.Conforms : null);
    }
}
