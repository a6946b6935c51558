using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>Writes an item into a plan. A deadline that is not understood is kept as it is and told on the page of the item.</summary>
/// <param name="ItemId">Id that the form carries: sending it twice writes one item.</param>
/// <param name="Responsible">Who answers for it, a name or unit a line.</param>
[RequirePermission(Permission.ManagePlans)]
public sealed record AddPlanItemCommand(
    Guid ItemId, Guid PlanId, string? Number, string? Section, string? Title, string? Deadline, string? Responsible, string? Form) : ICommand<Done>;

internal sealed class AddPlanItemValidator : AbstractValidator<AddPlanItemCommand>
{
    public AddPlanItemValidator()
    {
        RuleFor(c => c.Number).MaximumLength(PlanItem.NumberLength).WithErrorCode("too_long");
        RuleFor(c => c.Section).MaximumLength(PlanItem.LineLength).WithErrorCode("too_long");
        RuleFor(c => c.Title).NotEmpty().WithErrorCode("required").MaximumLength(PlanItem.WordsLength).WithErrorCode("too_long");
        RuleFor(c => c.Deadline).NotEmpty().WithErrorCode("required").MaximumLength(DeadlinePhrase.MaxLength).WithErrorCode("too_long");
        RuleFor(c => c.Responsible).NotEmpty().WithErrorCode("required").MaximumLength(PlanItem.WordsLength).WithErrorCode("too_long")
            .Must(r => r.Lines().Split('\n').All(l => l.Trim().Length <= PlanResponsible.WordsLength)).WithErrorCode("too_long");
        RuleFor(c => c.Form).MaximumLength(PlanItem.LineLength).WithErrorCode("too_long");
    }
}

internal sealed class AddPlanItemHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<AddPlanItemCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(AddPlanItemCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.PlanId, cancellationToken);
        var plan = await db.PlansOf(user).SingleOrDefaultAsync(p => p.Id == request.PlanId, cancellationToken);
        if (plan is null)
        {
            return new NotFound();
        }

        if (await db.PlanItems.AnyAsync(i => i.Id == request.ItemId, cancellationToken))
        {
            return Done.Value;
        }

        var known = await db.KnownPeopleAsync(plan.OrganisationId, cancellationToken);
        var last = await db.PlanItems.Where(i => i.PlanId == plan.Id).MaxAsync(i => (int?)i.Position, cancellationToken) ?? 0;
        db.PlanItems.Add(PlanItem.Write(request.ItemId, plan, last + 1, new PlanItemFacts(
            request.Number.OrNothing() ?? "",
            request.Section.OrNothing() ?? "",
            request.Title!.Trim(),
            request.Deadline!.Trim(),
            request.Form.OrNothing() ?? "",
            [.. request.Responsible.Lines().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => new ResponsibleParty(w, known(w)))])));
        return Done.Value;
    }
}
