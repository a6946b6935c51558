using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Organisations;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Plans;

/// <summary>Makes the plan of an organisation for a year, still without items.</summary>
/// <param name="PlanId">Id that the form carries: sending it twice makes one plan.</param>
[RequirePermission(Permission.ManagePlans)]
public sealed record MakePlanCommand(Guid PlanId, Guid OrganisationId, string? Title, PlanYearKind YearKind, int? YearStart) : ICommand<Done>;

internal sealed class MakePlanValidator : AbstractValidator<MakePlanCommand>
{
    public MakePlanValidator()
    {
        RuleFor(c => c.Title).NotEmpty().WithErrorCode("required").MaximumLength(WorkPlan.TitleLength).WithErrorCode("too_long");
        RuleFor(c => c.YearKind).IsInEnum().WithErrorCode("required");
        RuleFor(c => c.YearStart).NotNull().WithErrorCode("required").InclusiveBetween(PlanYear.Earliest, PlanYear.Latest - 1).WithErrorCode("out_of_range");
    }
}

internal sealed class MakePlanHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<MakePlanCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(MakePlanCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnOfPlanAsync(request.PlanId, cancellationToken);
        if (await db.OrganisationInReachAsync(user, Permission.ManagePlans, request.OrganisationId, cancellationToken) is not { } organisation)
        {
            return new NotFound();
        }

        if (!await db.WorkPlans.AnyAsync(p => p.Id == request.PlanId, cancellationToken))
        {
            db.WorkPlans.Add(new WorkPlan
            {
                Id = request.PlanId,
                OrganisationId = organisation.Id,
                Title = request.Title!.Trim(),
                YearKind = request.YearKind,
                YearStart = request.YearStart!.Value,
                MadeById = user.Me,
                MadeAt = time.UtcNow(),
            });
        }

        return Done.Value;
    }
}
