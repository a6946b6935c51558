using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Application.Assessment;

/// <summary>A group with the plan by which its portfolios are assessed.</summary>
internal sealed class GroupPlan
{
    public Guid GroupId { get; init; }

    public required AssessmentPlan Plan { get; init; }
}

internal static class GroupPlanQueries
{
    /// <summary>Every group with its plan: the last edition that was in force on its first day. To be narrowed by the caller.</summary>
    public static IQueryable<GroupPlan> GroupPlans(this IAppDbContext db) =>
        from studyGroup in db.Groups
        join plan in db.AssessmentPlans on studyGroup.ProgrammeVersionId equals plan.ProgrammeVersionId
        where (plan.InForceFrom == null || plan.InForceFrom <= studyGroup.StartsOn)
            && !db.AssessmentPlans.Any(later =>
                later.ProgrammeVersionId == plan.ProgrammeVersionId && later.Number > plan.Number && later.InForceFrom <= studyGroup.StartsOn)
        select new GroupPlan { GroupId = studyGroup.Id, Plan = plan };
}
