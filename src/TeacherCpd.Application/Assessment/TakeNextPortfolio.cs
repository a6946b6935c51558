using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor takes the portfolio that waits longest; nobody chooses whose work they grade.</summary>
/// <param name="SheetId">Id that the form carries: sending it twice takes one portfolio.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record TakeNextPortfolioCommand(Guid SheetId) : ICommand<Guid>;

/// <summary>No portfolio waits that this assessor may grade.</summary>
public sealed record NothingToAssess() : Error("nothing_to_assess", ErrorKind.Conflict);

internal sealed class TakeNextPortfolioHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<TakeNextPortfolioCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(TakeNextPortfolioCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var known = await db.RubricSheets.Where(s => s.Id == request.SheetId).Select(s => (Guid?)s.AuthorId).SingleOrDefaultAsync(cancellationToken);
        if (known is not null)
        {
            return known == me ? request.SheetId : new NotFound();
        }

        // two who ask at once: the later one's change of the same portfolio is refused, and it is decided again
        var portfolio = await db.WaitingFor(me)
            .Include(p => p.Versions)
            .OrderBy(p => p.StatusSince)
            .ThenBy(p => p.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (portfolio is null)
        {
            return new NothingToAssess();
        }

        var now = time.UtcNow();
        var rubricId = await (
            from enrolment in db.Enrolments
            where enrolment.Id == portfolio.EnrolmentId
            join plan in db.GroupPlans() on enrolment.GroupId equals plan.GroupId
            select plan.Plan.RubricId).SingleAsync(cancellationToken);
        if (portfolio.Move(PortfolioStatus.InAssessment, now) is { } error)
        {
            return error;
        }

        db.RubricSheets.Add(new RubricSheet
        {
            Id = request.SheetId,
            PortfolioVersionId = portfolio.Versions.MaxBy(v => v.Number)!.Id,
            Stage = AssessmentStage.Summative,
            RubricId = rubricId,
            AuthorId = me,
            StartedAt = now,
        });
        return request.SheetId;
    }
}
