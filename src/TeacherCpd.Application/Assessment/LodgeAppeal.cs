using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A teacher appeals against the grade of the own portfolio, within the plan's term, once for a version.</summary>
/// <param name="AppealId">Id that the form carries: sending it twice lodges one appeal.</param>
/// <param name="EnrolmentId">Own enrolment.</param>
/// <param name="Reasons">Why; another assessor reads it without names.</param>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record LodgeAppealCommand(Guid AppealId, Guid EnrolmentId, string Reasons) : ICommand<Done>;

/// <summary>There is no result to appeal against, or it was appealed against before.</summary>
public sealed record NothingToAppeal() : Error("nothing_to_appeal", ErrorKind.Conflict);

internal sealed class LodgeAppealValidator : AbstractValidator<LodgeAppealCommand>
{
    public LodgeAppealValidator()
    {
        RuleFor(c => c.AppealId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Reasons).NotEmpty().WithErrorCode("required").MaximumLength(Appeal.ReasonsLength).WithErrorCode("too_long");
    }
}

internal sealed class LodgeAppealHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<LodgeAppealCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(LodgeAppealCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(AssessmentQueue.Line, cancellationToken);
        var found = await (
            from enrolment in db.Enrolments
            where enrolment.Id == request.EnrolmentId && enrolment.PersonId == user.Me
            join portfolio in db.Portfolios on enrolment.Id equals portfolio.EnrolmentId
            join of in db.GroupPlans() on enrolment.GroupId equals of.GroupId
            let newest = portfolio.Versions.OrderByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefault()
            select new { portfolio.Status, of.Plan.AppealDays, Newest = newest }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var grading = await db.Gradings.SingleOrDefaultAsync(g => g.PortfolioVersionId == found.Newest, cancellationToken);
        var known = grading is null ? null : await db.Appeals.SingleOrDefaultAsync(a => a.GradingId == grading.Id, cancellationToken);
        if (known?.Id == request.AppealId)
        {
            return Done.Value;
        }

        if (grading?.ReleasedAt is not { } released || known is not null || found.Status is not (PortfolioStatus.Recommended or PortfolioStatus.ReAssessment))
        {
            return new NothingToAppeal();
        }

        var until = Appeal.Until(Clock.DayOf(released), found.AppealDays);
        if (time.Today() > until)
        {
            return new AppealTermOver(until);
        }

        db.Appeals.Add(new Appeal
        {
            Id = request.AppealId,
            GradingId = grading.Id,
            Reasons = request.Reasons.Trim(),
            LodgedAt = time.UtcNow(),
        });
        return Done.Value;
    }
}
