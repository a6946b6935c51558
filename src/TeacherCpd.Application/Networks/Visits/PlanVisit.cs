using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Trainers;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Networks;

namespace TeacherCpd.Application.Networks.Visits;

/// <summary>Plans a visit to a school as a template says. Whoever plans it answers for its stages until others are named.</summary>
/// <param name="VisitId">Id that the form carries: sending it twice plans one.</param>
/// <param name="TemplateId">Template.</param>
/// <param name="SchoolId">School, in a region that the centre or branch serves.</param>
/// <param name="StartsOn">Day on which the first stage begins.</param>
[RequirePermission(Permission.ManageVisits)]
public sealed record PlanVisitCommand(Guid VisitId, Guid? TemplateId, Guid? SchoolId, DateOnly? StartsOn) : ICommand<Done>;

internal sealed class PlanVisitValidator : AbstractValidator<PlanVisitCommand>
{
    public PlanVisitValidator()
    {
        RuleFor(c => c.TemplateId).NotNull().WithErrorCode("required");
        RuleFor(c => c.SchoolId).NotNull().WithErrorCode("required");
        RuleFor(c => c.StartsOn).NotNull().WithErrorCode("required");
    }
}

internal sealed class PlanVisitHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<PlanVisitCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(PlanVisitCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(FormattableString.Invariant($"networks/visits/{request.VisitId}"), cancellationToken);
        var places = db.Organisations.Within(user.Scopes(Permission.ManageVisits)).Select(o => o.Id);
        var template = await db.VisitTemplates.Include(t => t.Stages)
            .SingleOrDefaultAsync(t => t.Id == request.TemplateId && places.Contains(t.OrganisationId), cancellationToken);
        var schools = await db.CoachSchoolsAsync(user, Permission.ManageVisits, cancellationToken);
        if (template is null || !await schools.AnyAsync(s => s.Id == request.SchoolId, cancellationToken))
        {
            return new NotFound();
        }

        if (await db.SchoolVisits.AnyAsync(v => v.Id == request.VisitId, cancellationToken))
        {
            return Done.Value;
        }

        var visit = SchoolVisit.Plan(request.VisitId, template, request.SchoolId!.Value, request.StartsOn!.Value, user.Me);
        if (visit.Error is { } refused)
        {
            return refused;
        }

        db.SchoolVisits.Add(visit.Value);
        return Done.Value;
    }
}
