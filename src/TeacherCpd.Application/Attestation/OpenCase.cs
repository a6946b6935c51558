using System.Globalization;
using AutoMapper;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A teacher opens an attestation case.</summary>
/// <param name="CaseId">Id that the form carries: sending it twice opens one case.</param>
/// <param name="Claimed">Category asked for.</param>
[RequirePermission(Permission.OpenAttestationCase)]
public sealed record OpenCaseCommand(Guid CaseId, string Claimed) : ICommand<Guid>;

/// <summary>The person has a case that is not at its end.</summary>
/// <param name="Number">Number of that case.</param>
public sealed record CaseAlreadyOpen(string Number) : Error("case_already_open", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Number];
}

/// <summary>The ladder of the person's position has no such category to claim.</summary>
public sealed record CategoryNotOnLadder() : Error("category_not_on_ladder", ErrorKind.Invalid)
{
    public override string Field => nameof(OpenCaseCommand.Claimed);
}

/// <summary>The rules refuse the claim.</summary>
/// <param name="Reasons">Every reason, in one text.</param>
public sealed record ClaimNotAllowed(LocalizedText Reasons) : Error("claim_not_allowed", ErrorKind.Conflict)
{
    public override IReadOnlyList<object?> Args => [Reasons];

    public override string Field => nameof(OpenCaseCommand.Claimed);

    /// <summary>The reasons of an answer in the three languages.</summary>
    public static IReadOnlyList<LocalizedText> TextsOf(AttestationAnswer answer) =>
        [.. answer.Refusals.Select(r => new LocalizedText(r.Text(Language.Kk), r.Text(Language.Ru), r.Text(Language.En)))];

    /// <summary>The refusal of an answer.</summary>
    public static ClaimNotAllowed Of(AttestationAnswer answer)
    {
        var texts = TextsOf(answer);
        return new ClaimNotAllowed(new LocalizedText(
            string.Join(' ', texts.Select(t => t.Kk)), string.Join(' ', texts.Select(t => t.Ru)), string.Join(' ', texts.Select(t => t.En))));
    }
}

internal sealed class OpenCaseValidator : AbstractValidator<OpenCaseCommand>
{
    public OpenCaseValidator() => RuleFor(c => c.Claimed).NotEmpty().WithErrorCode("required");
}

internal sealed class OpenCaseHandler(IAppDbContext db, IMapper mapper, CurrentUser user, TimeProvider time)
    : IRequestHandler<OpenCaseCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(OpenCaseCommand request, CancellationToken cancellationToken)
    {
        var owner = await db.AttestationCases.Where(c => c.Id == request.CaseId).Select(c => (Guid?)c.PersonId).SingleOrDefaultAsync(cancellationToken);
        if (owner is not null)
        {
            return owner == user.Me ? request.CaseId : new NotFound();
        }

        var today = time.Today();
        if (await Evaluation.InForceAsync(db, today, cancellationToken) is not { } edition)
        {
            return new NoRulesInForce();
        }

        var rules = RuleBook.Read(edition.Json);
        var records = await CandidateRecords.LoadAsync(db, mapper, user.Me, cancellationToken);
        var ladder = records.LadderOn(today);
        if (ladder.Error is { } noLadder)
        {
            return noLadder;
        }

        if (rules.Ladders[ladder.Value].Rank(request.Claimed) <= 0)
        {
            return new CategoryNotOnLadder();
        }

        // the number first: whoever opens another case at the same moment waits here and then sees this one
        var number = await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"attestation/{today.Year}"), cancellationToken);
        var open = await db.AttestationCases
            .Where(c => c.PersonId == user.Me && c.Status != AttestationCaseStatus.Decided && c.Status != AttestationCaseStatus.Withdrawn && c.Status != AttestationCaseStatus.Refused)
            .Select(c => c.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (open is not null)
        {
            return new CaseAlreadyOpen(open);
        }

        var held = records.Now?.Category;
        var organisationId = records.JobOn(today)!.OrganisationId;
        var answer = AttestationAssessment.Answer(rules, records.Question(request.Claimed, ladder.Value, held, organisationId, today));
        if (answer.MayApply == false)
        {
            return ClaimNotAllowed.Of(answer);
        }

        db.AttestationCases.Add(new AttestationCase
        {
            Id = request.CaseId,
            Number = string.Create(CultureInfo.InvariantCulture, $"AT-{today.Year}-{number:000000}"),
            PersonId = user.Me,
            OrganisationId = organisationId,
            RuleSetId = edition.Id,
            CurrentCategory = held,
            ClaimedCategory = request.Claimed,
            OpenedAt = time.UtcNow(),
        });
        return request.CaseId;
    }
}
