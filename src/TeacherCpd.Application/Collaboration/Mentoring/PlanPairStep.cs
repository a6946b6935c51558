using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Collaboration;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Collaboration.Mentoring;

/// <summary>One of the two plans a step.</summary>
/// <param name="StepId">Id that the form carries: sending it twice plans one step.</param>
[SignedIn]
public sealed record PlanPairStepCommand(Guid StepId, Guid PairId, PairStepKind? Kind, string? Topic, DateOnly? DueOn) : ICommand<Done>;

internal sealed class PlanPairStepValidator : AbstractValidator<PlanPairStepCommand>
{
    public PlanPairStepValidator()
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required").IsInEnum().WithErrorCode("required");
        RuleFor(c => c.Topic).NotEmpty().WithErrorCode("required").MaximumLength(PairStep.TopicLength).WithErrorCode("too_long");
        RuleFor(c => c.DueOn).NotNull().WithErrorCode("required");
    }
}

internal sealed class PlanPairStepHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<PlanPairStepCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanPairStepCommand request, CancellationToken cancellationToken)
    {
        var own = await db.OwnPairAsync(user, request.PairId, cancellationToken);
        if (own.Error is { } none)
        {
            return none;
        }

        if (own.Value.Pair.Steps.Any(s => s.Id == request.StepId))
        {
            return Done.Value;
        }

        return own.Value.Pair.Plan(request.StepId, request.Kind!.Value, request.Topic!.Trim(), request.DueOn!.Value) is { } refused ? refused : Done.Value;
    }
}
