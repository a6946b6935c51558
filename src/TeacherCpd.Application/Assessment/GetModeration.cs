using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>A moderator's work: what waits to be moderated, and how far the groups in assessment are.</summary>
[RequirePermission(Permission.ModerateAssessments)]
public sealed record GetModerationQuery : IQuery<ModerationView>;

/// <summary>A moderator's work.</summary>
/// <param name="Waiting">Portfolios of the sample that wait and may be given to the user.</param>
/// <param name="Groups">Groups with portfolios in assessment, those first whose results can be released.</param>
/// <param name="Sheets">Sheets of all assessors that are not signed, the oldest first, at most <see cref="Most"/>.</param>
/// <param name="Moderated">The last ones that were moderated, at most <see cref="Most"/>.</param>
public sealed record ModerationView(int Waiting, IReadOnlyList<GroupInAssessment> Groups, IReadOnlyList<SheetInWork> Sheets, IReadOnlyList<ModeratedWork> Moderated)
{
    /// <summary>Rows of each list.</summary>
    public const int Most = 100;
}

/// <summary>A group with portfolios in assessment.</summary>
public sealed record GroupInAssessment
{
    public Guid GroupId { get; init; }

    public string Code { get; init; } = "";

    /// <summary>Portfolios that no assessor has taken.</summary>
    public int Waiting { get; init; }

    /// <summary>Portfolios that were taken and are not released.</summary>
    public int Taken { get; init; }

    /// <summary>Those of them whose grade is known.</summary>
    public int Graded { get; init; }

    /// <summary>Whether its results can be released.</summary>
    public bool IsReady => Graded > 0 && Waiting == 0 && Graded == Taken;
}

/// <summary>A sheet that is not signed.</summary>
public sealed record SheetInWork(Guid SheetId, string ListenerCode, SheetRole Role, string Assessor, DateTime StartedAt);

/// <summary>A portfolio that was moderated.</summary>
public sealed record ModeratedWork(string ListenerCode, Grade Before, Grade After, DateTime At);

internal sealed class GetModerationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetModerationQuery, Result<ModerationView>>
{
    public async Task<Result<ModerationView>> Handle(GetModerationQuery request, CancellationToken cancellationToken)
    {
        var inAssessment = await (
            from portfolio in db.Portfolios
            where portfolio.Status == PortfolioStatus.AwaitingAssessment || portfolio.Status == PortfolioStatus.InAssessment
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            group portfolio by new { studyGroup.Id, studyGroup.Code } into g
            select new GroupInAssessment
            {
                GroupId = g.Key.Id,
                Code = g.Key.Code,
                Waiting = g.Count(p => p.Status == PortfolioStatus.AwaitingAssessment),
                Taken = g.Count(p => p.Status == PortfolioStatus.InAssessment),
            }).ToListAsync(cancellationToken);
        var graded = await (
            from grading in db.Gradings
            where grading.Status == GradingStatus.Graded
            join version in db.PortfolioVersions on grading.PortfolioVersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            group grading by enrolment.GroupId into g
            select new { GroupId = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.GroupId, g => g.Count, cancellationToken);
        var open = await (
            from sheet in db.RubricSheets
            where sheet.SignedAt == null && sheet.ReturnedAt == null && sheet.Role != SheetRole.Feedback
            join version in db.PortfolioVersions on sheet.PortfolioVersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            join assessor in db.Persons on sheet.AuthorId equals assessor.Id
            orderby sheet.StartedAt
            select new SheetInWork(sheet.Id, enrolment.ListenerCode, sheet.Role, assessor.FamilyName + " " + assessor.GivenName, sheet.StartedAt))
            .Take(ModerationView.Most)
            .ToListAsync(cancellationToken);
        var moderated = await (
            from sheet in db.RubricSheets
            where sheet.Role == SheetRole.Moderation && sheet.SignedAt != null
            join grading in db.Gradings on sheet.PortfolioVersionId equals grading.PortfolioVersionId
            join version in db.PortfolioVersions on sheet.PortfolioVersionId equals version.Id
            join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
            join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
            orderby sheet.SignedAt descending
            select new ModeratedWork(enrolment.ListenerCode, grading.Before!.Value, sheet.Grade!.Value, sheet.SignedAt!.Value))
            .Take(ModerationView.Most)
            .ToListAsync(cancellationToken);
        return new ModerationView(
            await db.WaitingForModerator(user.Me).CountAsync(cancellationToken),
            [
                .. inAssessment
                    .Select(g => g with { Graded = graded.GetValueOrDefault(g.GroupId) })
                    .OrderByDescending(g => g.IsReady)
                    .ThenBy(g => g.Code, StringComparer.Ordinal)
                    .Take(ModerationView.Most),
            ],
            open,
            moderated);
    }
}
