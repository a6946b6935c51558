using System.Globalization;
using AutoMapper;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A secretary closes the vote: the count becomes a protocol, and the category is granted or kept.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record DecideCaseCommand(Guid CaseId) : ICommand<Guid>;

internal sealed class DecideCaseHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time) : IRequestHandler<DecideCaseCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(DecideCaseCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var attestationCase = found.Value;
        if (attestationCase.Status == AttestationCaseStatus.Decided)
        {
            // whoever comes second gets the one protocol
            return await db.Protocols.Where(p => p.CaseId == attestationCase.Id).Select(p => p.Id).SingleAsync(cancellationToken);
        }

        if (attestationCase.Decide() is { } notNow)
        {
            return notNow;
        }

        var today = time.Today();
        var commission = await db.Commissions.Include(c => c.Members).SingleAsync(c => c.Id == attestationCase.CommissionId, cancellationToken);
        var evaluation = await Evaluation.OfCaseAsync(db, mapper, attestationCase, today, cancellationToken);
        var taken = CommissionDecision.Take(evaluation.Rules.Commission, commission, attestationCase.Votes);
        if (taken.Error is { } noDecision)
        {
            return noDecision;
        }

        var decision = taken.Value;
        var granted = decision.Conforms ? Granted(attestationCase, evaluation.Answer) : null;
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"protocol/{today.Year}"), cancellationToken);
        var protocol = new Protocol
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"PR-{today.Year}-{number:000000}"),
            CaseId = attestationCase.Id,
            CommissionId = commission.Id,
            DecidedAt = time.UtcNow(),
            Members = decision.Members,
            For = decision.For,
            Against = decision.Against,
            ChairDecided = decision.ChairDecided,
            Conforms = decision.Conforms,
            GrantedCategory = granted,
            Requirements = ProtocolRequirements.Write(evaluation.Requirements),
        };
        db.Protocols.Add(protocol);
        if (granted is not null)
        {
            var category = new CategoryRecord
            {
                PersonId = attestationCase.PersonId,
                Category = granted,
                GrantedOn = today,
                ValidUntil = evaluation.Rules.ValidUntil(evaluation.Question.Ladder, today),
                Ground = protocol.Number,
                CaseId = attestationCase.Id,
            };
            db.CategoryRecords.Add(category);
            await db.IssueCategoryCertificateAsync(protocol, category, commission.OrganisationId, cancellationToken);
        }

        return protocol.Id;
    }

    // The claimed category where all that is asked for is there; else what the rules leave, unless that is the present
    // one: it is kept to the end of its own term. What the rules leave open the commission has judged.
    private static string? Granted(AttestationCase attestationCase, AttestationAnswer answer)
    {
        var earned = answer is { MayApply: not false, AttestationRequired: not false, SheetMet: not false }
            && (answer.TestRequired != true || answer.TestPassed == true);
        return earned ? answer.HighestPossible ?? attestationCase.ClaimedCategory
            : answer.HighestPossible == attestationCase.CurrentCategory ? null
            : answer.HighestPossible;
    }
}
