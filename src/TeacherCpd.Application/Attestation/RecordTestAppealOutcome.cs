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

/// <summary>
/// The secretary records what the appeal commission of the knowledge test decided. Upheld, the result after it counts in the case; the one before
/// stays with the appeal and in the chain.
/// </summary>
/// <param name="IsUpheld">Whether the commission agreed.</param>
/// <param name="DecidedOn">Day of its protocol.</param>
/// <param name="PercentAfter">Result after it; nothing is looked at where it was rejected.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record RecordTestAppealOutcomeCommand(Guid CaseId, Guid AppealId, bool IsUpheld, DateOnly? DecidedOn, int? PercentAfter) : ICommand<Done>;

internal sealed class RecordTestAppealOutcomeValidator : AbstractValidator<RecordTestAppealOutcomeCommand>
{
    public RecordTestAppealOutcomeValidator(TimeProvider time)
    {
        RuleFor(c => c.DecidedOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.DecidedOn).Must(day => day is null || day <= time.Today()).WithErrorCode("test_in_future");
        RuleFor(c => c.PercentAfter).NotNull().When(c => c.IsUpheld).WithErrorCode("required");
        RuleFor(c => c.PercentAfter).InclusiveBetween(0, 100).WithErrorCode("out_of_range");
    }
}

internal sealed class RecordTestAppealOutcomeHandler(IAppDbContext db, CurrentUser user, CaseChain chain, TimeProvider time)
    : IRequestHandler<RecordTestAppealOutcomeCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordTestAppealOutcomeCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var attestationCase = found.Value;
        var appeal = await db.TestTaskAppeals.SingleOrDefaultAsync(a => a.Id == request.AppealId && a.CaseId == attestationCase.Id, cancellationToken);
        if (appeal is null)
        {
            return new NotFound();
        }

        // of another appeal about the same test the result may have changed already
        var before = attestationCase.TestOn == appeal.TestOn ? attestationCase.TestPercent ?? appeal.PercentBefore : appeal.PercentBefore;
        var after = request.IsUpheld ? request.PercentAfter!.Value : before;
        if (request.DecidedOn < appeal.FiledOn)
        {
            return new InvalidInput([new FieldFault(nameof(request.DecidedOn), "appeal_decided_before_filed", [])]);
        }

        if (after < before)
        {
            return new InvalidInput([new FieldFault(nameof(request.PercentAfter), "appeal_lowers_result", [before])]);
        }

        if (appeal.Decide(request.IsUpheld, request.DecidedOn!.Value, after) is { } error)
        {
            return error;
        }

        if (after != before && attestationCase.TestOn == appeal.TestOn
            && attestationCase.Record(after, appeal.TestOn, attestationCase.Scores.ToDictionary(s => s.Criterion, s => s.Points)) is { } notNow)
        {
            return notNow;
        }

        await chain.AppendAsync(
            attestationCase,
            ChainKind.Sheet,
            appeal.Id,
            time.UtcNow(),
            new JsonObject
            {
                ["by"] = user.Me.ToString(),
                ["appealOfTask"] = appeal.Task,
                ["outcome"] = appeal.Status.ToString(),
                ["decidedOn"] = appeal.DecidedOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["testPercentBefore"] = before,
                ["testPercent"] = after,
                ["testOn"] = appeal.TestOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
            cancellationToken);
        return Done.Value;
    }
}
