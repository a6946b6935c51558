using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Originality;

namespace TeacherCpd.Application.Originality;

/// <summary>
/// Queues the checks of the day after the last day of handing in, and of seven days later. Each is a row first, once, for the
/// newest version of its stage; the portfolio stays where it is.
/// </summary>
[SystemOnly]
public sealed record QueueLaterRoundsCommand : ICommand<Done>
{
    /// <summary>Checks of one run; the next minute has its own.</summary>
    public const int Most = 200;
}

internal sealed class QueueLaterRoundsHandler(IAppDbContext db, IBackgroundJobs jobs, TimeProvider time) : IRequestHandler<QueueLaterRoundsCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(QueueLaterRoundsCommand request, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        var today = time.Today();
        var due = await (
            from check in db.OriginalityChecks
            where check.NextRoundOn <= today
            join version in db.PortfolioVersions on check.VersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join plan in db.GroupPlans() on studyGroup.Id equals plan.GroupId
            orderby check.NextRoundOn, check.Id
            select new
            {
                Check = check,
                version.HandedInAt,
                IsReplaced = portfolio.Versions.Any(v => v.Stage == version.Stage && v.Number > version.Number),
                studyGroup.EndsOn,
                plan.Plan,
            }).Take(QueueLaterRoundsCommand.Most).ToListAsync(cancellationToken);
        foreach (var item in due)
        {
            var (check, handedInOn, lastDay) = (item.Check, Clock.DayOf(item.HandedInAt), item.Plan.LastDayOf(item.Check.Stage, item.EndsOn));
            if (item.IsReplaced || LaterRounds.After(check.Round, handedInOn, lastDay) is not { } next)
            {
                check.PlanNextRound(null);
            }
            else if (next.On > today)
            {
                // the course ends later than was known when the day was set
                check.PlanNextRound(next.On);
            }
            else
            {
                check.PlanNextRound(null);
                var later = new OriginalityCheck
                {
                    VersionId = check.VersionId,
                    MaterialId = check.MaterialId,
                    Round = next.Round,
                    Stage = check.Stage,
                    QueuedAt = now,
                };
                later.PlanNextRound(LaterRounds.After(next.Round, handedInOn, lastDay)?.On);
                db.OriginalityChecks.Add(later);
                jobs.CheckOriginality(later.Id);
            }
        }

        return Done.Value;
    }
}
