using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Assessment;

/// <summary>What a teacher was told about the own portfolio: the trainer's signed feedback, and results once they are told.</summary>
[RequirePermission(Permission.HandInPortfolio)]
public sealed record GetMyFeedbackQuery(Guid EnrolmentId) : IQuery<MyFeedbackView>;

/// <summary>Feedback and results, oldest version first. Who graded is not told; who gave feedback is.</summary>
/// <param name="Programme">Title of the programme.</param>
/// <param name="Trainer">Trainer of the group.</param>
/// <param name="Feedback">The trainer's signed sheets.</param>
/// <param name="Results">Results that were told.</param>
/// <param name="AppealUntil">Last day on which an appeal against the last result may be lodged; null where none may.</param>
public sealed record MyFeedbackView(
    LocalizedText Programme, string Trainer, IReadOnlyList<MySheet> Feedback, IReadOnlyList<MyResult> Results, DateOnly? AppealUntil);

/// <summary>The trainer's signed sheet for one version.</summary>
public sealed record MySheet(int VersionNumber, SheetView Sheet);

/// <summary>The result of one version.</summary>
/// <param name="GradingId">Its grading.</param>
/// <param name="VersionNumber">Version.</param>
/// <param name="Grade">Grade.</param>
/// <param name="ReleasedAt">When it was told (UTC).</param>
/// <param name="Assessors">How many assessors marked it, a moderator included.</param>
/// <param name="Lines">The level of each criterion, with the words of all who marked it.</param>
/// <param name="Comments">Words about the whole.</param>
/// <param name="Appeal">The appeal against it; null where there is none.</param>
/// <param name="Rubric">The rubric by which it was graded.</param>
public sealed record MyResult(
    Guid GradingId, int VersionNumber, Grade Grade, DateTime ReleasedAt, int Assessors, IReadOnlyList<ResultLine> Lines, IReadOnlyList<string> Comments, MyAppeal? Appeal, SheetRubric Rubric);

/// <summary>One criterion of a result.</summary>
public sealed record ResultLine(CriterionView Criterion, Grade Level, IReadOnlyList<string> Comments, IReadOnlyList<RemarkView> Remarks);

/// <summary>An appeal.</summary>
public sealed record MyAppeal(AppealStatus Status, DateTime LodgedAt, DateTime? DecidedAt, string Reasons);

internal sealed class GetMyFeedbackHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetMyFeedbackQuery, Result<MyFeedbackView>>
{
    public async Task<Result<MyFeedbackView>> Handle(GetMyFeedbackQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var found = await (
            from enrolment in db.Enrolments
            where enrolment.Id == request.EnrolmentId && enrolment.PersonId == me
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join trainer in db.Persons on studyGroup.TrainerId equals trainer.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join plan in db.GroupPlans() on studyGroup.Id equals plan.GroupId
            select new
            {
                programme.Title,
                Trainer = trainer.FamilyName + " " + trainer.GivenName,
                plan.Plan.AppealDays,
                Status = db.Portfolios.Where(p => p.EnrolmentId == enrolment.Id).Select(p => (PortfolioStatus?)p.Status).SingleOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var versions = await db.Portfolios
            .Where(p => p.EnrolmentId == request.EnrolmentId)
            .SelectMany(p => p.Versions)
            .OrderBy(v => v.Number)
            .Select(v => new { v.Id, v.Number })
            .ToListAsync(cancellationToken);
        List<Guid> ids = [.. versions.Select(v => v.Id)];
        var sheets = await db.RubricSheets
            .AsNoTracking()
            .Include(s => s.Marks)
            .Where(s => s.SignedAt != null && s.ReturnedAt == null && ids.Contains(s.PortfolioVersionId))
            .Where(s => s.Role == SheetRole.Feedback || SheetRoles.OfGrading.Contains(s.Role))
            .ToListAsync(cancellationToken);
        var gradings = await (
            from grading in db.Gradings
            where grading.ReleasedAt != null && ids.Contains(grading.PortfolioVersionId)
            join appeal in db.Appeals on grading.Id equals appeal.GradingId into appeals
            from appeal in appeals.DefaultIfEmpty()
            select new { Grading = grading, Appeal = appeal }).AsNoTracking().ToListAsync(cancellationToken);
        var rubrics = new Dictionary<Guid, SheetRubric>();
        foreach (var rubricId in sheets.Select(s => s.RubricId).Distinct())
        {
            rubrics[rubricId] = await db.SheetRubricAsync(rubricId, cancellationToken);
        }

        var remarks = await db.RemarksAsync([.. sheets.Select(s => s.Id)], cancellationToken);
        var results = versions
            .Join(gradings, v => v.Id, g => g.Grading.PortfolioVersionId, (v, g) => ResultOf(
                v.Number, g.Grading, g.Appeal, [.. sheets.Where(s => s.PortfolioVersionId == v.Id && SheetRoles.OfGrading.Contains(s.Role))], rubrics[g.Grading.RubricId], remarks))
            .ToList();
        return new MyFeedbackView(
            found.Title,
            found.Trainer,
            [.. versions.Join(sheets.Where(s => s.Role == SheetRole.Feedback), v => v.Id, s => s.PortfolioVersionId, (v, s) => new MySheet(v.Number, Sheets.View(s, rubrics[s.RubricId], remarks[s.Id])))],
            results,
            AppealUntil(results, versions.Count == 0 ? 0 : versions[^1].Number, found.Status, found.AppealDays));
    }

    private static MyResult ResultOf(int number, Grading grading, Appeal? appeal, List<RubricSheet> sheets, SheetRubric rubric, ILookup<Guid, PassageRemark> remarks)
    {
        var isUpheld = appeal?.Status == AppealStatus.Upheld;
        var levels = Grading.Levels(sheets, isUpheld);

        // what an assessor wrote after a dismissed appeal is its answer, and stands beside the rest
        var told = appeal is { DecidedAt: null } ? sheets.Where(s => s.Role != SheetRole.Appeal).ToList() : sheets;
        return new MyResult(
            grading.Id,
            number,
            grading.Grade!.Value,
            grading.ReleasedAt!.Value,
            sheets.Count,
            [
                .. rubric.Criteria.Where(c => levels.ContainsKey(c.Id)).Select(c => new ResultLine(
                    c,
                    levels[c.Id],
                    [.. told.SelectMany(s => s.Marks).Where(m => m.CriterionId == c.Id && m.Comment.Length > 0).Select(m => m.Comment)],
                    [.. told.SelectMany(s => remarks[s.Id].On(c.Id, null))])),
            ],
            [.. told.Select(s => s.Comment).Where(c => c.Length > 0)],
            appeal is null ? null : new MyAppeal(appeal.Status, appeal.LodgedAt, appeal.DecidedAt, appeal.Reasons),
            rubric);
    }

    private DateOnly? AppealUntil(List<MyResult> results, int newest, PortfolioStatus? status, int days)
    {
        if (results.Count == 0 || results[^1].VersionNumber != newest || results[^1].Appeal is not null
            || status is not (PortfolioStatus.Recommended or PortfolioStatus.ReAssessment))
        {
            return null;
        }

        var until = Appeal.Until(Clock.DayOf(results[^1].ReleasedAt), days);
        return time.Today() <= until ? until : null;
    }
}
