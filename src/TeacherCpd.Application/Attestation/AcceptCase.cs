using System.Globalization;
using System.Text.Json.Nodes;
using AutoMapper;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A secretary accepts a case for one of the own commissions.</summary>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record AcceptCaseCommand(Guid CaseId, Guid CommissionId) : ICommand<Done>;

/// <summary>The commission is not the secretary's, or it does not stand over the candidate's organisation.</summary>
public sealed record CommissionNotForCase() : Error("commission_not_for_case", ErrorKind.Invalid)
{
    public override string Field => nameof(AcceptCaseCommand.CommissionId);
}

/// <summary>The powers of the commission have ended or not begun.</summary>
public sealed record CommissionWithoutPowers() : Error("commission_without_powers", ErrorKind.Conflict)
{
    public override string Field => nameof(AcceptCaseCommand.CommissionId);
}

/// <summary>The category is decided by a commission of a higher level.</summary>
/// <param name="Needed">Level that decides.</param>
public sealed record CommissionLevelTooLow(CommissionLevel Needed) : Error("commission_level_too_low", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Needed];

    public override string Field => nameof(AcceptCaseCommand.CommissionId);
}

/// <summary>The candidate chairs the commission: nobody votes on the own case, and a tie would then have nobody to decide it.</summary>
public sealed record CandidateIsChair() : Error("candidate_is_chair", ErrorKind.Conflict)
{
    public override string Field => nameof(AcceptCaseCommand.CommissionId);
}

/// <summary>
/// The candidate is a member of the commission of the own organisation: order 83, paragraph 20, does not count those under
/// attestation there among its members. Somebody else has to take the place first.
/// </summary>
public sealed record CandidateIsMember() : Error("candidate_is_member", ErrorKind.Conflict)
{
    public override string Field => nameof(AcceptCaseCommand.CommissionId);
}

internal sealed class AcceptCaseValidator : AbstractValidator<AcceptCaseCommand>
{
    public AcceptCaseValidator() => RuleFor(c => c.CommissionId).NotEmpty().WithErrorCode("required");
}

internal sealed class AcceptCaseHandler(IAppDbContext db, IMapper mapper, CurrentUser user, CaseChain chain, TimeProvider time)
    : IRequestHandler<AcceptCaseCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AcceptCaseCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var attestationCase = found.Value;
        if (attestationCase.Status == AttestationCaseStatus.UnderReview && attestationCase.CommissionId == request.CommissionId)
        {
            return Done.Value;
        }

        var commission = await db.Commissions.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == request.CommissionId, cancellationToken);
        var casePath = await PathAsync(attestationCase.OrganisationId, cancellationToken);
        if (commission?.SecretaryId != user.Me)
        {
            return new CommissionNotForCase();
        }

        var seat = await db.Organisations.Where(o => o.Id == commission.OrganisationId).Select(o => new { o.Kind, o.Path }).SingleAsync(cancellationToken);
        if (!casePath.StartsWith(seat.Path, StringComparison.Ordinal))
        {
            return new CommissionNotForCase();
        }

        var today = time.Today();
        if (!commission.HasPowersOn(today))
        {
            return new CommissionWithoutPowers();
        }

        var evaluation = await Evaluation.OfCaseAsync(db, mapper, attestationCase, today, cancellationToken);
        if (evaluation.Answer.CommissionLevel is { } needed && seat.Kind.Level() < needed)
        {
            return new CommissionLevelTooLow(needed);
        }

        var serving = commission.Serving.ToList();
        var members = serving.Select(m => m.PersonId).ToList();
        var chairs = serving.Where(m => m.IsChair).Select(m => m.PersonId).ToList();
        if (chairs.Contains(attestationCase.PersonId))
        {
            return new CandidateIsChair();
        }

        if (seat.Kind.Level() == CommissionLevel.Organisation && members.Contains(attestationCase.PersonId))
        {
            return new CandidateIsMember();
        }

        var wrong = CommissionDecision.CheckComposition(evaluation.Rules.Commission, members, chairs, commission.SecretaryId)
            ?? attestationCase.Accept(commission.Id);
        if (wrong is not null)
        {
            return wrong;
        }

        var now = time.UtcNow();
        await db.RecuseAsync(attestationCase, members, seat.Kind.Level(), now, cancellationToken);
        if (attestationCase.Evidence.Count > 0)
        {
            await chain.AppendAsync(attestationCase, ChainKind.Evidence, attestationCase.Id, now, Frozen(attestationCase), cancellationToken);
        }

        return Done.Value;
    }

    // what the review rests on: from now on no file of it can be another one unseen
    private static JsonObject Frozen(AttestationCase attestationCase) => new()
    {
        ["evidence"] = new JsonArray([.. attestationCase.Evidence.OrderBy(e => e.Criterion, StringComparer.Ordinal).ThenBy(e => e.Id).Select(e => new JsonObject
        {
            ["criterion"] = e.Criterion,
            ["kind"] = e.Kind.ToString(),
            ["title"] = e.Title,
            ["on"] = e.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["origin"] = e.Origin.ToString(),
            ["originId"] = e.OriginId?.ToString(),
            ["reference"] = e.Reference,
            ["sha256"] = e.FileSha256,
        })]),
        ["claims"] = new JsonObject(attestationCase.Claims.OrderBy(c => c.Criterion, StringComparer.Ordinal)
            .Select(c => KeyValuePair.Create<string, JsonNode?>(c.Criterion, c.Points))),
    };

    private Task<string> PathAsync(Guid organisationId, CancellationToken cancellationToken) =>
        db.Organisations.Where(o => o.Id == organisationId).Select(o => o.Path).SingleAsync(cancellationToken);
}
