using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A moderator releases the results of a group: all at once, when all are known. Gives back how many.</summary>
/// <param name="GroupId">Group.</param>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record ReleaseResultsCommand(Guid GroupId) : ICommand<int>;

/// <summary>Some portfolios of the group are not graded yet.</summary>
/// <param name="Count">How many.</param>
public sealed record ResultsNotComplete(int Count) : Error("results_not_complete", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [Count];
}

internal sealed class ReleaseResultsHandler(IAppDbContext db, TimeProvider time) : IRequestHandler<ReleaseResultsCommand, Result<int>>
{
    public async Task<Result<int>> Handle(ReleaseResultsCommand request, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(AssessmentQueue.Line, cancellationToken);
        var graded = await db.GradingsOf(request.GroupId).Where(g => g.Status == GradingStatus.Graded).ToListAsync(cancellationToken);
        var open = await db.PortfoliosInAssessment(request.GroupId).CountAsync(cancellationToken) - graded.Count;
        if (open > 0)
        {
            return new ResultsNotComplete(open);
        }

        var now = time.UtcNow();
        foreach (var grading in graded)
        {
            if ((grading.Release(now) ?? await db.TellAsync(grading, now, cancellationToken)) is { } error)
            {
                return error;
            }
        }

        return graded.Count;
    }
}

/// <summary>Gradings of a group.</summary>
internal static class GradingQueries
{
    /// <summary>The gradings of a group, of earlier versions too.</summary>
    public static IQueryable<Grading> GradingsOf(this IAppDbContext db, Guid groupId) =>
        from grading in db.Gradings
        join version in db.PortfolioVersions on grading.PortfolioVersionId equals version.Id
        join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
        join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
        where enrolment.GroupId == groupId
        select grading;

    /// <summary>Portfolios of a group that wait for a grade or for its being told.</summary>
    public static IQueryable<Portfolio> PortfoliosInAssessment(this IAppDbContext db, Guid groupId) =>
        from portfolio in db.Portfolios
        join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
        where enrolment.GroupId == groupId && (portfolio.Status == PortfolioStatus.AwaitingAssessment || portfolio.Status == PortfolioStatus.InAssessment)
        select portfolio;
}
