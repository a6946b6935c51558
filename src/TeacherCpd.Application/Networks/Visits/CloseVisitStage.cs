using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>Whoever answers for a stage, or plans the visit, closes it with what was done, or corrects it while the report did not go out.</summary>
/// <param name="VisitId">Visit.</param>
/// <param name="Stage">Stage; those before it are closed.</param>
/// <param name="Counts">Numbers by kind; what was not counted is left out.</param>
/// <param name="Outcome">What came of it.</param>
[SignedIn]
public sealed record CloseVisitStageCommand(Guid VisitId, VisitStageKind Stage, IReadOnlyList<VisitNumber> Counts, string? Outcome) : ICommand<Done>;

/// <summary>A number of a stage.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Number">How many; null: not counted.</param>
public sealed record VisitNumber(VisitCountKind Kind, int? Number);

internal sealed class CloseVisitStageValidator : AbstractValidator<CloseVisitStageCommand>
{
    public CloseVisitStageValidator()
    {
        RuleFor(c => c.Stage).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Outcome).NotEmpty().WithErrorCode("required").MaximumLength(SchoolVisit.OutcomeLength).WithErrorCode("too_long");
        RuleForEach(c => c.Counts).ChildRules(count => count.RuleFor(n => n.Number).InclusiveBetween(0, SchoolVisit.MostCounted).WithErrorCode("out_of_range"));
    }
}

internal sealed class CloseVisitStageHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<CloseVisitStageCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(CloseVisitStageCommand request, CancellationToken cancellationToken)
    {
        if (await db.VisitInHandAsync(user, request.VisitId, cancellationToken) is not (var visit, var mayManage))
        {
            return new NotFound();
        }

        if (!mayManage && !visit.IsEntrustedTo(user.Me, request.Stage))
        {
            return new Forbidden();
        }

        var counts = request.Counts.Where(c => c.Number is not null).GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.First().Number!.Value);
        return visit.Close(request.Stage, counts, request.Outcome.Lines(), user.Me, time.UtcNow()) is { } refused ? refused : Done.Value;
    }
}
