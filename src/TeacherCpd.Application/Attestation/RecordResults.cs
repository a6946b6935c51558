using System.Globalization;
using System.Text.Json.Nodes;
using AutoMapper;
using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Attestation;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Attestation;

/// <summary>A secretary records the knowledge test and the points of the sheet.</summary>
/// <param name="TestPercent">Percent, 0 to 100; null where no test was taken.</param>
/// <param name="TestOn">Day of the test.</param>
/// <param name="Points">Points by criterion of the candidate's sheet.</param>
/// <param name="Reasons">By criterion, why the points differ from what the candidate claims: needed where they do.</param>
[RequirePermission(Permission.PrepareAttestationCases)]
public sealed record RecordResultsCommand(Guid CaseId, int? TestPercent, DateOnly? TestOn, IReadOnlyDictionary<string, int> Points, IReadOnlyDictionary<string, string>? Reasons = null)
    : ICommand<Done>;

internal sealed class RecordResultsValidator : AbstractValidator<RecordResultsCommand>
{
    public RecordResultsValidator(TimeProvider time)
    {
        RuleFor(c => c.TestPercent).InclusiveBetween(0, 100).WithErrorCode("out_of_range");
        RuleFor(c => c.TestPercent).NotNull().When(c => c.TestOn is not null).WithErrorCode("required");
        RuleFor(c => c.TestOn).NotNull().When(c => c.TestPercent is not null).WithErrorCode("required");
        RuleFor(c => c.TestOn).Must(day => day is null || day <= time.Today()).WithErrorCode("test_in_future");
    }
}

internal sealed class RecordResultsHandler(IAppDbContext db, IMapper mapper, CurrentUser user, CaseChain chain, TimeProvider time)
    : IRequestHandler<RecordResultsCommand, Result<Done>>
{
    // more than any criterion of any sheet can give
    private const int MostPoints = 200;

    public async Task<Result<Done>> Handle(RecordResultsCommand request, CancellationToken cancellationToken)
    {
        var found = await db.CaseToPrepareAsync(user, request.CaseId, cancellationToken);
        if (found.Error is { } refused)
        {
            return refused;
        }

        var evaluation = await Evaluation.OfCaseAsync(db, mapper, found.Value, time.Today(), cancellationToken);
        var reasons = (request.Reasons ?? new Dictionary<string, string>())
            .Where(r => !string.IsNullOrWhiteSpace(r.Value))
            .ToDictionary(r => r.Key, r => r.Value.Trim());
        var faults = request.Points.Where(p => !evaluation.Criteria.Contains(p.Key)).Select(p => Fault(p.Key, "criterion_not_of_sheet", p.Key))
            .Concat(request.Points.Where(p => p.Value is < 0 or > MostPoints).Select(p => Fault(p.Key, "out_of_range", 0, MostPoints)))
            .Concat(found.Value.ClaimsChangedBy(request.Points)
                .Where(c => evaluation.Criteria.Contains(c) && !reasons.ContainsKey(c))
                .Select(c => new FieldFault($"{nameof(RecordResultsCommand.Reasons)}[{c}]", "claim_changed_without_reason", [])))
            .Concat(reasons.Where(r => r.Value.Length > SheetMark.ReasonMaxLength)
                .Select(r => new FieldFault($"{nameof(RecordResultsCommand.Reasons)}[{r.Key}]", "too_long", [SheetMark.ReasonMaxLength])))
            .ToList();
        if (faults.Count > 0)
        {
            return new InvalidInput(faults);
        }

        var attestationCase = found.Value;
        var now = time.UtcNow();
        if (attestationCase.Record(request.TestPercent, request.TestOn, request.Points, new SheetMark(user.Me, now, reasons)) is { } error)
        {
            return error;
        }

        var (points, changed) = (new JsonObject(), new JsonObject());
        foreach (var score in attestationCase.Scores.OrderBy(s => s.Criterion, StringComparer.Ordinal))
        {
            points[score.Criterion] = score.Points;
            if (score.Reason.Length > 0)
            {
                changed[score.Criterion] = score.Reason;
            }
        }

        await chain.AppendAsync(
            attestationCase,
            ChainKind.Sheet,
            attestationCase.Id,
            now,
            new JsonObject
            {
                ["by"] = user.Me.ToString(),
                ["testPercent"] = request.TestPercent,
                ["testOn"] = request.TestOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["points"] = points,
                ["reasons"] = changed,
            },
            cancellationToken);
        return Done.Value;
    }

    private static FieldFault Fault(string criterion, string code, params object?[] args) =>
        new($"{nameof(RecordResultsCommand.Points)}[{criterion}]", code, args);
}
