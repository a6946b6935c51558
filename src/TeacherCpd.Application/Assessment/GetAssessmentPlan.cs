using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>How the portfolios of a version of a programme are assessed: open to all, for it is how people are judged.</summary>
/// <param name="Code">Programme.</param>
/// <param name="VersionNumber">Version of it.</param>
[OpenToAll]
public sealed record GetAssessmentPlanQuery(string Code, int VersionNumber) : IQuery<AssessmentPlanView>;

/// <summary>The plan with its history.</summary>
/// <param name="Code">Programme.</param>
/// <param name="Programme">Title of the programme.</param>
/// <param name="VersionNumber">Version of it.</param>
/// <param name="Editions">Editions, the newest first.</param>
/// <param name="Rubrics">Rubrics to choose from; empty for whoever may not set an edition.</param>
public sealed record AssessmentPlanView(
    string Code, LocalizedText Programme, int VersionNumber, IReadOnlyList<PlanEdition> Editions, IReadOnlyList<NamedChoice> Rubrics);

/// <summary>An edition.</summary>
/// <param name="Number">Number.</param>
/// <param name="InForceFrom">First day; null for the first.</param>
/// <param name="Rubric">Title of its rubric.</param>
/// <param name="RubricCode">Code of its rubric.</param>
/// <param name="RubricNumber">Version of its rubric.</param>
/// <param name="Content">What it sets.</param>
public sealed record PlanEdition(int Number, DateOnly? InForceFrom, LocalizedText Rubric, string RubricCode, int RubricNumber, PlanContent Content);

internal sealed class GetAssessmentPlanHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetAssessmentPlanQuery, Result<AssessmentPlanView>>
{
    public async Task<Result<AssessmentPlanView>> Handle(GetAssessmentPlanQuery request, CancellationToken cancellationToken)
    {
        var version = await (
            from v in db.ProgrammeVersions
            join programme in db.Programmes on v.ProgrammeId equals programme.Id
            where programme.Code == request.Code && v.Number == request.VersionNumber
            select new { v.Id, programme.CentreId, programme.Code, programme.Title }).SingleOrDefaultAsync(cancellationToken);
        if (version is null)
        {
            return new NotFound();
        }

        var editions = await (
            from plan in db.AssessmentPlans
            where plan.ProgrammeVersionId == version.Id
            join rubric in db.Rubrics on plan.RubricId equals rubric.Id
            orderby plan.Number descending
            select new { Plan = plan, rubric.Title, rubric.Code, rubric.Number }).AsNoTracking().ToListAsync(cancellationToken);
        var mayWrite = user.Can(Permission.ManageProgrammes) && await db.MayWriteAsync(user, version.CentreId, cancellationToken);
        return new AssessmentPlanView(
            version.Code,
            version.Title,
            request.VersionNumber,
            editions.ConvertAll(e => new PlanEdition(e.Plan.Number, e.Plan.InForceFrom, e.Title, e.Code, e.Number, ContentOf(e.Plan))),
            mayWrite ? await db.RubricChoicesAsync(cancellationToken) : []);
    }

    private static PlanContent ContentOf(AssessmentPlan plan) => new(
        plan.RubricId,
        plan.Reports,
        plan.HasPresentation,
        plan.IsChecked,
        plan.ThresholdPermille,
        plan.Consequence,
        plan.FormativeDays,
        plan.SummativeDays,
        plan.Marking,
        plan.ModerationPercent,
        plan.ReleasesTogether,
        plan.AppealDays,
        plan.Basis);
}
