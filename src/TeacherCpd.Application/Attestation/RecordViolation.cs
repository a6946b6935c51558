using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary records the act about a violation of the rules of the knowledge test: its result is annulled.</summary>
/// <param name="ActNumber">Number of the act.</param>
/// <param name="On">Day of the act.</param>
/// <param name="Words">What was found.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record RecordViolationCommand(Guid CaseId, string? ActNumber, DateOnly? On, string? Words) : ICommand<Done>;

internal sealed class RecordViolationValidator : AbstractValidator<RecordViolationCommand>
{
    public RecordViolationValidator(TimeProvider time)
    {
        RuleFor(c => c.ActNumber).NotEmpty().WithErrorCode("required").MaximumLength(ViolationAct.NumberLength).WithErrorCode("too_long");
        RuleFor(c => c.On).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.On).Must(day => day is null || day <= time.Today()).WithErrorCode("test_in_future");
        RuleFor(c => c.Words).NotEmpty().WithErrorCode("required").MaximumLength(ViolationAct.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class RecordViolationHandler(IAppDbContext db, CurrentUser user, CaseChain chain, TimeProvider time)
    : IRequestHandler<RecordViolationCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordViolationCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var attestationCase = found.Value;
        var number = request.ActNumber!.Trim();

        // sent twice, recorded once
        if (await db.ViolationActs.AnyAsync(v => v.CaseId == attestationCase.Id && v.ActNumber == number, cancellationToken))
        {
            return Done.Value;
        }

        if (attestationCase.Record(null, null, attestationCase.Scores.ToDictionary(s => s.Criterion, s => s.Points)) is { } notNow)
        {
            return notNow;
        }

        var now = time.UtcNow();
        var violation = new ViolationAct
        {
            PersonId = attestationCase.PersonId,
            CaseId = attestationCase.Id,
            ActNumber = number,
            On = request.On!.Value,
            Words = request.Words!.Trim(),
            RecordedAt = now,
        };
        db.ViolationActs.Add(violation);
        await chain.AppendAsync(
            attestationCase,
            ChainKind.Sheet,
            violation.Id,
            now,
            new JsonObject
            {
                ["by"] = user.Me.ToString(),
                ["act"] = number,
                ["on"] = violation.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["words"] = violation.Words,
                ["testPercent"] = null,
            },
            cancellationToken);
        return Done.Value;
    }
}
