using System.Globalization;
using System.Text.Json.Nodes;
using AutoMapper;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Certificates;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The votes are equal, and the chair, whose vote would decide, has no part in the case: another commission has to decide it.</summary>
public sealed record ChairIsRecused() : Error("chair_is_recused", ErrorKind.Conflict);

/// <summary>Takes decisions, one or many.</summary>
internal static class Deciding
{
    /// <summary>Closes the vote on a case that is at it, at a sitting with a quorum.</summary>
    public static async Task<Result<Protocol>> DecideAsync(
        this IAppDbContext db, IMapper mapper, CaseChain chain, AttestationCase attestationCase, DateTime now, CancellationToken cancellationToken)
    {
        if (AttestationCaseStates.Table.Check(attestationCase.Status, AttestationCaseStatus.Decided) is { } notNow)
        {
            return notNow;
        }

        var today = Clock.DayOf(now);
        var commission = await db.Commissions.Include(c => c.Members).SingleAsync(c => c.Id == attestationCase.CommissionId, cancellationToken);
        if (!commission.HasPowersOn(today))
        {
            return new CommissionWithoutPowers();
        }

        var evaluation = await Evaluation.OfCaseAsync(db, mapper, attestationCase, today, cancellationToken);
        var taken = CommissionDecision.Take(evaluation.Rules.Commission, commission, attestationCase.CountedVotes);
        if (taken.Error is { } noDecision)
        {
            var chairIsOut = attestationCase.Recusals.Any(r => commission.Serving.Any(m => m.IsChair && m.PersonId == r.MemberId));
            return noDecision is ChairHasNotVoted && chairIsOut ? new ChairIsRecused() : noDecision;
        }

        var sitting = await db.DecidingSittingAsync(attestationCase.Id, commission, evaluation.Rules.Commission, cancellationToken);
        if (sitting.Error is { } outside)
        {
            return outside;
        }

        var decision = taken.Value;
        var granted = decision.Conforms ? Granted(attestationCase, evaluation.Answer)
            : decision.Lower ? await LoweredAsync(db, attestationCase, evaluation, today, cancellationToken)
            : null;
        attestationCase.Decide();
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"protocol/{today.Year}"), cancellationToken);
        var protocol = new Protocol
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"PR-{today.Year}-{number:000000}"),
            CaseId = attestationCase.Id,
            CommissionId = commission.Id,
            SittingId = sitting.Value.Id,
            DecidedAt = now,
            Members = decision.Members,
            Recused = attestationCase.Recusals.Count(r => commission.Serving.Any(m => m.PersonId == r.MemberId)),
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
                ValidUntil = SanctionedUntil(evaluation, today) ?? evaluation.Rules.ValidUntil(evaluation.Question.Ladder, today),
                Ground = protocol.Number,
                CaseId = attestationCase.Id,
            };
            db.CategoryRecords.Add(category);
            await db.IssueCategoryCertificateAsync(protocol, category, commission.OrganisationId, cancellationToken);
        }

        await chain.AppendAsync(attestationCase, ChainKind.Protocol, protocol.Id, now, Said(protocol, sitting.Value, attestationCase), cancellationToken);
        await db.DraftLetterAsync(protocol, attestationCase, evaluation, now, cancellationToken);
        return protocol;
    }

    // a category one level lower for a late application or a first violation holds for a year (paragraph 46)
    private static DateOnly? SanctionedUntil(Evaluation evaluation, DateOnly today) =>
        evaluation.Answer.Reasons.Any(r => r.Code is ReasonCodes.LateApplicationLowers or ReasonCodes.ViolationLowers) ? today.AddYears(evaluation.Rules.Sanctions.LowerYears) : null;

    private static JsonObject Said(Protocol protocol, Sitting sitting, AttestationCase attestationCase) => new()
    {
        ["number"] = protocol.Number,
        ["sitting"] = sitting.Number,
        ["present"] = sitting.PresentNow.Count,
        ["claimed"] = attestationCase.ClaimedCategory,
        ["current"] = attestationCase.CurrentCategory,
        ["members"] = protocol.Members,
        ["recused"] = protocol.Recused,
        ["for"] = protocol.For,
        ["against"] = protocol.Against,
        ["chairDecided"] = protocol.ChairDecided,
        ["conforms"] = protocol.Conforms,
        ["granted"] = protocol.GrantedCategory,
        ["requirements"] = JsonNode.Parse(protocol.Requirements),
    };

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

    // One step below the present category (paragraph 24 part 2), and never above what a test that is needed reaches (part 3). An early
    // attempt keeps the present one (part 4): an attempt is regular when the term of the present category ends within a year.
    private static async Task<string?> LoweredAsync(
        IAppDbContext db, AttestationCase attestationCase, Evaluation evaluation, DateOnly today, CancellationToken cancellationToken)
    {
        var current = attestationCase.CurrentCategory;
        var until = await db.CategoryRecords
            .Where(r => r.PersonId == attestationCase.PersonId && r.Category == current)
            .OrderByDescending(r => r.GrantedOn)
            .Select(r => r.ValidUntil)
            .FirstOrDefaultAsync(cancellationToken);
        var ladder = evaluation.Rules.Ladders[evaluation.Question.Ladder];
        var reached = evaluation.Answer.TestRequired == true && attestationCase.TestPercent is { } percent ? ladder.ReachedBy(percent, current ?? "") : null;
        return LowerCategory.Of(ladder, current, until, reached, today);
    }
}
