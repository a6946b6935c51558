using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Programmes;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>What is written into a rubric.</summary>
public interface IRubricEntry
{
    /// <summary>The content.</summary>
    RubricContent Content { get; }
}

/// <summary>A plan that names a version of a rubric.</summary>
/// <param name="Code">Programme.</param>
/// <param name="VersionNumber">Version of it.</param>
/// <param name="Edition">Edition of the plan.</param>
public sealed record RubricUse(string Code, int VersionNumber, int Edition);

/// <summary>Kazakh and Russian have to be there, English falls back to Kazakh.</summary>
internal abstract class RubricEntryValidator<T> : AbstractValidator<T>
    where T : IRubricEntry
{
    protected RubricEntryValidator()
    {
        RuleFor(c => c.Content.Title.Kk).NotEmpty().WithErrorCode("required").MaximumLength(Rubric.TitleLength).WithErrorCode("too_long").OverridePropertyName("TitleKk");
        RuleFor(c => c.Content.Title.Ru).NotEmpty().WithErrorCode("required").MaximumLength(Rubric.TitleLength).WithErrorCode("too_long").OverridePropertyName("TitleRu");
        RuleFor(c => c.Content.Title.En).MaximumLength(Rubric.TitleLength).WithErrorCode("too_long").OverridePropertyName("TitleEn");
        RuleFor(c => c.Content.UnsatisfactoryPercent).InclusiveBetween(0, GradeRule.MostPercent).WithErrorCode("out_of_range")
            .OverridePropertyName(nameof(RubricContent.UnsatisfactoryPercent));
        RuleFor(c => c.Content.GoodPercent).InclusiveBetween(0, GradeRule.MostPercent).WithErrorCode("out_of_range")
            .OverridePropertyName(nameof(RubricContent.GoodPercent));
        RuleFor(c => c.Content.Criteria.Count).InclusiveBetween(1, Rubric.MostCriteria).WithErrorCode("rubric_criteria_count")
            .OverridePropertyName(nameof(RubricContent.Criteria));
        RuleForEach(c => c.Content.Criteria).ChildRules(criterion =>
        {
            criterion.RuleFor(c => c.Code).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("required")
                .MaximumLength(Rubric.CodeLength).WithErrorCode("too_long")
                .Matches("^[A-Za-z0-9-]+$").WithErrorCode("rubric_code_wrong");
            criterion.RuleFor(c => c.Weight).InclusiveBetween(1, GradeRule.MostWeight).WithErrorCode("out_of_range");
            Words(criterion, nameof(CriterionContent.Title), c => c.Title, Rubric.TitleLength);
            Words(criterion, nameof(CriterionContent.Unsatisfactory), c => c.Unsatisfactory, Rubric.DescriptorLength);
            Words(criterion, nameof(CriterionContent.Satisfactory), c => c.Satisfactory, Rubric.DescriptorLength);
            Words(criterion, nameof(CriterionContent.Good), c => c.Good, Rubric.DescriptorLength);
        }).OverridePropertyName(nameof(RubricContent.Criteria));
        RuleForEach(c => c.Content.Criteria)
            .Must((entry, criterion) => entry.Content.Criteria.Count(c => c.Code.Equals(criterion.Code, StringComparison.OrdinalIgnoreCase)) == 1)
            .When(entry => entry.Content.Criteria.All(c => c.Code.Length > 0))
            .WithErrorCode("criterion_code_twice").OverridePropertyName(nameof(RubricContent.Criteria));
    }

    private static void Words(InlineValidator<CriterionContent> criterion, string name, Func<CriterionContent, LocalizedText> of, int longest)
    {
        criterion.RuleFor(c => of(c).Kk).NotEmpty().WithErrorCode("required").MaximumLength(longest).WithErrorCode("too_long").OverridePropertyName($"{name}Kk");
        criterion.RuleFor(c => of(c).Ru).NotEmpty().WithErrorCode("required").MaximumLength(longest).WithErrorCode("too_long").OverridePropertyName($"{name}Ru");
        criterion.RuleFor(c => of(c).En).MaximumLength(longest).WithErrorCode("too_long").OverridePropertyName($"{name}En");
    }
}

/// <summary>Parts of queries that the use cases of rubrics share.</summary>
internal static class Rubrics
{
    /// <summary>A version of a rubric, to be changed; null where the user may not write it.</summary>
    public static async Task<Rubric?> RubricToWriteAsync(this IAppDbContext db, CurrentUser user, string code, int number, CancellationToken cancellationToken)
    {
        var rubric = await db.Rubrics.Include(r => r.Criteria).SingleOrDefaultAsync(r => r.Code == code && r.Number == number, cancellationToken);
        return rubric is not null && await db.MayWriteAsync(user, rubric.CentreId, cancellationToken) ? rubric : null;
    }

    /// <summary>The plans that name a version of a rubric, with its id.</summary>
    public static async Task<ILookup<Guid, RubricUse>> RubricUsesAsync(this IAppDbContext db, Guid? rubricId, CancellationToken cancellationToken)
    {
        var uses = await (
            from plan in db.AssessmentPlans
            where rubricId == null || plan.RubricId == rubricId
            join version in db.ProgrammeVersions on plan.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            orderby programme.Code, version.Number, plan.Number
            select new { plan.RubricId, programme.Code, version.Number, Edition = plan.Number }).ToListAsync(cancellationToken);
        return uses.ToLookup(u => u.RubricId, u => new RubricUse(u.Code, u.Number, u.Edition));
    }
}
