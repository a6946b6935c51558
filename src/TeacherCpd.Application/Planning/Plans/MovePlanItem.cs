using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>Whoever keeps the plan moves an item to another deadline, with a reason; the words of the plan stay beside it.</summary>
[RequirePermission(Permission.ManagePlans)]
public sealed record MovePlanItemCommand(Guid ItemId, string? Deadline, string? Reason) : ICommand<Done>;

internal sealed class MovePlanItemValidator : AbstractValidator<MovePlanItemCommand>
{
    public MovePlanItemValidator()
    {
        RuleFor(c => c.Deadline).NotEmpty().WithErrorCode("required").MaximumLength(DeadlinePhrase.MaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(PlanItem.WordsLength).WithErrorCode("too_long");
    }
}

internal sealed class MovePlanItemHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<MovePlanItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(MovePlanItemCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.ItemId, cancellationToken);
        return await db.ItemInHandAsync(user, request.ItemId, cancellationToken) is not (var item, var plan, true) ? new NotFound()
            : item.Move(request.Deadline!, plan.Year, request.Reason.Lines()) is { } refused ? refused
            : Done.Value;
    }
}
