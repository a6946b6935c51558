using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment.Examples;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>
/// An assessor takes the work that waits longest: a portfolio for the first or the second sheet, what two assessors differ in,
/// or an appeal. Nobody chooses whose work they grade.
/// </summary>
/// <param name="SheetId">Id that the form carries: sending it twice takes one portfolio.</param>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record TakeNextPortfolioCommand(Guid SheetId) : ICommand<Guid>;

/// <summary>No portfolio waits that this assessor may grade.</summary>
public sealed record NothingToAssess() : Error("nothing_to_assess", ErrorKind.Conflict);

/// <summary>As many sheets are open as the assessor may have at once.</summary>
public sealed record TooManyOpenSheets() : Error("too_many_open_sheets", ErrorKind.Conflict);

internal sealed class TakeNextPortfolioHandler(IAppDbContext db, CurrentUser user, TimeProvider time)
    : IRequestHandler<TakeNextPortfolioCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(TakeNextPortfolioCommand request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        await db.TakeTurnAsync(AssessmentQueue.Line, cancellationToken);
        if (await db.AuthorOfAsync(request.SheetId, cancellationToken) is { } author)
        {
            return author == me ? request.SheetId : new NotFound();
        }

        if (await db.IsFullAsync(me, cancellationToken))
        {
            return new TooManyOpenSheets();
        }

        var work = await (await db.WaitingForAsync(me, await db.StandingsAsync(me, cancellationToken), cancellationToken))
            .OrderBy(w => w.Since)
            .ThenBy(w => w.PortfolioId)
            .FirstOrDefaultAsync(cancellationToken);
        if (work is null)
        {
            return new NothingToAssess();
        }

        var now = time.UtcNow();
        if (await db.DueSeedAsync(work, me, cancellationToken) is { } seed)
        {
            db.RubricSheets.Add(await db.BeginExampleAsync(request.SheetId, seed, SheetRole.Seed, me, now, cancellationToken));
            return request.SheetId;
        }

        var appeal = await db.OpenAppealAsync(work.VersionId, cancellationToken);
        var grading = await db.Gradings.SingleOrDefaultAsync(g => g.PortfolioVersionId == work.VersionId, cancellationToken);
        if (grading is null)
        {
            var begun = await BeginAsync(work, now, cancellationToken);
            if (begun.Error is { } refused)
            {
                return refused;
            }

            grading = begun.Value;
        }

        var sheets = await db.GradingSheetsAsync(grading, cancellationToken);
        if (appeal is not null)
        {
            return appeal.Move(AppealStatus.InReview) is { } error ? error : Open(grading, SheetRole.Appeal, sheets);
        }

        return grading.Needs(sheets) is { } role ? Open(grading, role, sheets) : new NothingToAssess();

        Result<Guid> Open(Grading of, SheetRole role, IReadOnlyList<RubricSheet> known)
        {
            db.RubricSheets.Add(GradingSheets.Begin(request.SheetId, of, role, me, known, now));
            return request.SheetId;
        }
    }

    private async Task<Result<Grading>> BeginAsync(WaitingWork work, DateTime now, CancellationToken cancellationToken)
    {
        var portfolio = await db.Portfolios.SingleAsync(p => p.Id == work.PortfolioId, cancellationToken);
        if (portfolio.Move(PortfolioStatus.InAssessment, now) is { } error)
        {
            return error;
        }

        var plan = await (
            from enrolment in db.Enrolments
            where enrolment.Id == portfolio.EnrolmentId
            join of in db.GroupPlans() on enrolment.GroupId equals of.GroupId
            select new { of.Plan.RubricId, of.Plan.Marking }).SingleAsync(cancellationToken);
        var grading = Grading.Begin(work.VersionId, plan.RubricId, plan.Marking, now);
        db.Gradings.Add(grading);
        return grading;
    }
}
