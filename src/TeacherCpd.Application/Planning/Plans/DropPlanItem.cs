using FluentValidation;
using MediatR;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>Whoever keeps the plan gives an item up, with a reason; it stays in the plan.</summary>
[RequirePermission(Permission.ManagePlans)]
public sealed record DropPlanItemCommand(Guid ItemId, string? DropReason) : ICommand<Done>;

internal sealed class DropPlanItemValidator : AbstractValidator<DropPlanItemCommand>
{
    public DropPlanItemValidator() =>
        RuleFor(c => c.DropReason).NotEmpty().WithErrorCode("required").MaximumLength(PlanItem.WordsLength).WithErrorCode("too_long");
}

internal sealed class DropPlanItemHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<DropPlanItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropPlanItemCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.ItemId, cancellationToken);
        return await db.ItemInHandAsync(user, request.ItemId, cancellationToken) is not (var item, _, true) ? new NotFound()
            : item.Drop(request.DropReason.Lines(), time.UtcNow()) is { } refused ? refused
            : Done.Value;
    }
}
