using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment.Examples;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Assessment;

/// <summary>A version that waits for a sheet.</summary>
internal sealed record WaitingWork
{
    public Guid PortfolioId { get; init; }

    public Guid VersionId { get; init; }

    /// <summary>Since when it waits (UTC).</summary>
    public DateTime Since { get; init; }

    /// <summary>Whether a severe assessor's result near the line waits for a moderator: such go first.</summary>
    public bool IsSecondLook { get; init; }
}

/// <summary>What waits for whom. Nobody chooses: whoever asks gets what waits longest of what they may grade.</summary>
internal static class AssessmentQueue
{
    /// <summary>The line of those who take work, one after another.</summary>
    public const string Line = "assessment";

    /// <summary>What waits for an assessor and may be given to this one, by languages, directions and calibration too.</summary>
    /// <param name="db">Database.</param>
    /// <param name="assessorId">Assessor.</param>
    /// <param name="standings">How the assessor stands by examples.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IQueryable<WaitingWork>> WaitingForAsync(
        this IAppDbContext db, Guid assessorId, IReadOnlyList<Standing> standings, CancellationToken cancellationToken)
    {
        var profile = await db.AssessorProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.PersonId == assessorId, cancellationToken);
        var closed = standings.Where(s => !s.MayMark).Select(s => s.RubricId).ToList();
        var work = db.NeedingAnAssessor().Where(w => db.NewTo(assessorId).WhereFits(db, profile).Any(p => p.Id == w.PortfolioId));
        if (closed.Count == 0)
        {
            return work;
        }

        var open =
            from portfolio in db.Portfolios
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join of in db.GroupPlans() on enrolment.GroupId equals of.GroupId
            where !closed.Contains(of.Plan.RubricId)
            select portfolio.Id;
        return work.Where(w => open.Contains(w.PortfolioId));
    }

    /// <summary>What waits for a moderator and may be given to this one.</summary>
    public static IQueryable<WaitingWork> WaitingForModerator(this IAppDbContext db, Guid moderatorId) =>
        from grading in db.Gradings
        where grading.Status == GradingStatus.Moderation
            && !db.RubricSheets.Any(s => s.PortfolioVersionId == grading.PortfolioVersionId && s.ReturnedAt == null && s.Role == SheetRole.Moderation)
        join version in db.PortfolioVersions on grading.PortfolioVersionId equals version.Id
        where db.NewTo(moderatorId).Any(p => p.Id == version.PortfolioId)
        select new WaitingWork { PortfolioId = version.PortfolioId, VersionId = version.Id, Since = grading.StatusSince, IsSecondLook = grading.IsSecondLook };

    /// <summary>Whether the assessor has as much open as the profile allows.</summary>
    public static async Task<bool> IsFullAsync(this IAppDbContext db, Guid assessorId, CancellationToken cancellationToken)
    {
        var most = await db.AssessorProfiles.Where(p => p.PersonId == assessorId).Select(p => (int?)p.MostOpen).SingleOrDefaultAsync(cancellationToken);
        return await db.SheetsOf(assessorId).CountAsync(s => s.SignedAt == null, cancellationToken) >= (most ?? AssessorProfile.UsualMostOpen);
    }

    // the three kinds apart, each by an index of its own
    private static IQueryable<WaitingWork> NeedingAnAssessor(this IAppDbContext db)
    {
        var fresh =
            from portfolio in db.Portfolios
            where portfolio.Status == PortfolioStatus.AwaitingAssessment
            let newest = portfolio.Versions.OrderByDescending(v => v.Number).First()
            select new WaitingWork { PortfolioId = portfolio.Id, VersionId = newest.Id, Since = portfolio.StatusSince };
        var begun =
            from grading in db.Gradings
            where (grading.Status == GradingStatus.Marking
                    && (!db.RubricSheets.Any(s => s.PortfolioVersionId == grading.PortfolioVersionId && s.ReturnedAt == null && s.Role == SheetRole.First)
                        || (grading.Marking == Marking.TwoAssessors
                            && !db.RubricSheets.Any(s => s.PortfolioVersionId == grading.PortfolioVersionId && s.ReturnedAt == null && s.Role == SheetRole.Second))))
                || (grading.Status == GradingStatus.ThirdMarking
                    && !db.RubricSheets.Any(s => s.PortfolioVersionId == grading.PortfolioVersionId && s.ReturnedAt == null && s.Role == SheetRole.Third))
            join version in db.PortfolioVersions on grading.PortfolioVersionId equals version.Id
            select new WaitingWork { PortfolioId = version.PortfolioId, VersionId = version.Id, Since = grading.StatusSince };
        var appealed =
            from appeal in db.Appeals
            where appeal.Status == AppealStatus.Lodged
            join grading in db.Gradings on appeal.GradingId equals grading.Id
            join version in db.PortfolioVersions on grading.PortfolioVersionId equals version.Id
            select new WaitingWork { PortfolioId = version.PortfolioId, VersionId = version.Id, Since = appeal.LodgedAt };
        return fresh.Concat(begun).Concat(appealed);
    }

    private static IQueryable<Portfolio> WhereFits(this IQueryable<Portfolio> portfolios, IAppDbContext db, AssessorProfile? profile)
    {
        if (profile is null || (profile.Languages == TeachingLanguages.None && profile.Directions.Length == 0))
        {
            return portfolios;
        }

        List<Language> languages = [.. Enum.GetValues<Language>().Where(l => profile.Languages.Teaches(l))];
        List<string> directions = [.. profile.Directions.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        var anyDirection = directions.Count == 0;
        return
            from portfolio in portfolios
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where languages.Contains(studyGroup.Language) && (anyDirection || directions.Contains(programme.Direction))
            select portfolio;
    }
}
