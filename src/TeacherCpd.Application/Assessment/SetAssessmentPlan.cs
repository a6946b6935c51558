using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>What an edition of a plan sets; see <see cref="AssessmentPlan"/>.</summary>
/// <param name="RubricId">Rubric.</param>
/// <param name="Reports">Reports of a portfolio.</param>
/// <param name="HasPresentation">Whether a presentation belongs to it.</param>
/// <param name="IsChecked">Whether the reports are checked.</param>
/// <param name="ThresholdPermille">Threshold; null: none.</param>
/// <param name="Consequence">What follows.</param>
/// <param name="FormativeDays">Last day of the first version; null: none.</param>
/// <param name="SummativeDays">Last day of the version for the grade; null: none.</param>
/// <param name="Marking">How many assessors.</param>
/// <param name="ModerationPercent">Share that is moderated.</param>
/// <param name="ReleasesTogether">Whether results are told together.</param>
/// <param name="AppealDays">Days for an appeal.</param>
/// <param name="Basis">Document or decision that sets all this.</param>
public sealed record PlanContent(
    Guid? RubricId,
    int Reports,
    bool HasPresentation,
    bool IsChecked,
    int? ThresholdPermille,
    OriginalityConsequence Consequence,
    int? FormativeDays,
    int? SummativeDays,
    Marking Marking,
    int ModerationPercent,
    bool ReleasesTogether,
    int AppealDays,
    string Basis);

/// <summary>A developer sets the plan by which groups are assessed that begin from a day on. Gives back the number of the edition.</summary>
/// <param name="Code">Programme.</param>
/// <param name="VersionNumber">Version of it.</param>
/// <param name="After">Number of the newest edition that the form showed: whoever sets one meanwhile is not passed over.</param>
/// <param name="InForceFrom">First day.</param>
/// <param name="Content">What it sets.</param>
[RequirePermission(Permission.ManageProgrammes)]
public sealed record SetAssessmentPlanCommand(string Code, int VersionNumber, int After, DateOnly? InForceFrom, PlanContent Content) : ICommand<int>;

internal sealed class SetAssessmentPlanValidator : AbstractValidator<SetAssessmentPlanCommand>
{
    public SetAssessmentPlanValidator()
    {
        RuleFor(c => c.InForceFrom).NotNull().WithErrorCode("required");
        RuleFor(c => c.Content).ChildRules(content =>
        {
            content.RuleFor(p => p.RubricId).NotEmpty().WithErrorCode("required").OverridePropertyName(nameof(PlanContent.RubricId));
            content.RuleFor(p => p.Reports).InclusiveBetween(1, AssessmentPlan.MostReports).WithErrorCode("plan_number_wrong");
            content.RuleFor(p => p.ThresholdPermille).InclusiveBetween(1, 1000).WithErrorCode("plan_number_wrong");
            content.RuleFor(p => p.Consequence).IsInEnum().WithErrorCode("required");
            content.RuleFor(p => p.FormativeDays).InclusiveBetween(-AssessmentPlan.MostDays, AssessmentPlan.MostDays).WithErrorCode("plan_number_wrong");
            content.RuleFor(p => p.SummativeDays)
                .InclusiveBetween(-AssessmentPlan.MostDays, AssessmentPlan.MostDays).WithErrorCode("plan_number_wrong")
                .Must((plan, days) => days is null || plan.FormativeDays is null || days >= plan.FormativeDays).WithErrorCode("plan_days_order");
            content.RuleFor(p => p.Marking).IsInEnum().WithErrorCode("required");
            content.RuleFor(p => p.ModerationPercent).InclusiveBetween(0, 100).WithErrorCode("plan_number_wrong");
            content.RuleFor(p => p.AppealDays).InclusiveBetween(1, 90).WithErrorCode("plan_number_wrong");
            content.RuleFor(p => p.Basis).NotEmpty().WithErrorCode("required").MaximumLength(AssessmentPlan.BasisLength).WithErrorCode("too_long");
        }).OverridePropertyName("");
    }
}

internal sealed class SetAssessmentPlanHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<SetAssessmentPlanCommand, Result<int>>
{
    public async Task<Result<int>> Handle(SetAssessmentPlanCommand request, CancellationToken cancellationToken)
    {
        var version = await (
            from v in db.ProgrammeVersions
            join programme in db.Programmes on v.ProgrammeId equals programme.Id
            where programme.Code == request.Code && v.Number == request.VersionNumber
            select new { v.Id, programme.CentreId }).SingleOrDefaultAsync(cancellationToken);
        var content = request.Content;
        if (version is null || !await db.MayWriteAsync(user, version.CentreId, cancellationToken)
            || !await db.Rubrics.AnyAsync(r => r.Id == content.RubricId && r.PublishedAt != null, cancellationToken))
        {
            return new NotFound();
        }

        var newest = await db.AssessmentPlans
            .Where(p => p.ProgrammeVersionId == version.Id)
            .OrderByDescending(p => p.Number)
            .FirstAsync(cancellationToken);
        if (newest.Number != request.After)
        {
            return new ChangedMeanwhile();
        }

        var next = new AssessmentPlan
        {
            ProgrammeVersionId = version.Id,
            Number = newest.Number + 1,
            InForceFrom = request.InForceFrom,
            RubricId = content.RubricId!.Value,
            Reports = content.Reports,
            HasPresentation = content.HasPresentation,
            IsChecked = content.IsChecked,
            ThresholdPermille = content.ThresholdPermille,
            Consequence = content.Consequence,
            FormativeDays = content.FormativeDays,
            SummativeDays = content.SummativeDays,
            Marking = content.Marking,
            ModerationPercent = content.ModerationPercent,
            ReleasesTogether = content.ReleasesTogether,
            AppealDays = content.AppealDays,
            Basis = content.Basis.Trim(),
        };
        if (next.Follows(newest, time.Today()) is { } error)
        {
            return error;
        }

        db.AssessmentPlans.Add(next);
        return next.Number;
    }
}
