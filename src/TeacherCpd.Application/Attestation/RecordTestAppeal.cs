using System.Globalization;
using System.Text.Json.Nodes;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Testing;

namespace TeacherCpd.Application.Attestation;

/// <summary>The secretary records that the candidate appealed against a task of the knowledge test. Sent twice it is one appeal.</summary>
/// <param name="Task">Number of the task.</param>
/// <param name="Ground">On what it rests (order 83, paragraph 49).</param>
/// <param name="Reason">Reason (paragraph 48).</param>
/// <param name="FiledOn">Day: that of the test, since it is filed in the hall.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record RecordTestAppealCommand(Guid CaseId, int? Task, AppealGround? Ground, string? Reason, DateOnly? FiledOn) : ICommand<Done>;

/// <summary>The case has no result of the knowledge test.</summary>
public sealed record NoTestResult() : Error("no_test_result", ErrorKind.Conflict);

internal sealed class RecordTestAppealValidator : AbstractValidator<RecordTestAppealCommand>
{
    public RecordTestAppealValidator()
    {
        RuleFor(c => c.Task).NotNull().WithErrorCode("required");
        RuleFor(c => c.Task).InclusiveBetween(1, TestTaskAppeal.MostTask).WithErrorCode("test_task_number");
        RuleFor(c => c.Ground).NotNull().IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(TestTaskAppeal.ReasonLength).WithErrorCode("too_long");
        RuleFor(c => c.FiledOn).NotNull().WithErrorCode("required");
    }
}

internal sealed class RecordTestAppealHandler(IAppDbContext db, CurrentUser user, CaseChain chain, TimeProvider time) : IRequestHandler<RecordTestAppealCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(RecordTestAppealCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var attestationCase = found.Value;
        if (attestationCase is not { TestOn: { } testOn, TestPercent: { } percent })
        {
            return new NoTestResult();
        }

        if (request.FiledOn != testOn)
        {
            return new InvalidInput([new FieldFault(nameof(request.FiledOn), "appeal_not_on_test_day", [])]);
        }

        if (await db.TestTaskAppeals.AnyAsync(a => a.CaseId == attestationCase.Id && a.TestOn == testOn && a.Task == request.Task, cancellationToken))
        {
            return Done.Value;
        }

        var now = time.UtcNow();
        var appeal = new TestTaskAppeal
        {
            CaseId = attestationCase.Id,
            TestOn = testOn,
            PercentBefore = percent,
            Task = request.Task!.Value,
            Ground = request.Ground!.Value,
            Reason = request.Reason.Lines(),
            FiledOn = testOn,
            RecordedAt = now,
        };
        db.TestTaskAppeals.Add(appeal);
        await chain.AppendAsync(
            attestationCase,
            ChainKind.Sheet,
            appeal.Id,
            now,
            new JsonObject
            {
                ["by"] = user.Me.ToString(),
                ["appealOfTask"] = appeal.Task,
                ["ground"] = appeal.Ground.ToString(),
                ["testPercent"] = percent,
                ["testOn"] = testOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            },
            cancellationToken);
        return Done.Value;
    }
}
