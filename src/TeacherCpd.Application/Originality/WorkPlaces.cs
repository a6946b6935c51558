using TeacherCpd.Application.Access;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Assessment;

namespace TeacherCpd.Application.Originality;

/// <summary>Whose a version is, who is responsible for it, and the plan that it follows: what originality asks of it.</summary>
internal sealed class WorkPlace
{
    public Guid VersionId { get; init; }

    public int Number { get; init; }

    public AssessmentStage Stage { get; init; }

    public Guid PortfolioId { get; init; }

    public Guid EnrolmentId { get; init; }

    public Guid PersonId { get; init; }

    public required string ListenerCode { get; init; }

    public Guid GroupId { get; init; }

    public required string GroupCode { get; init; }

    public Guid TrainerId { get; init; }

    public Guid BranchId { get; init; }

    public required string BranchPath { get; init; }

    public required AssessmentPlan Plan { get; init; }

    /// <summary>What people quote when they speak of it.</summary>
    public string Receipt => ReceiptNumber.Of(ListenerCode, Number);

    /// <summary>Who has a part in the work and decides nothing about it.</summary>
    public IReadOnlyList<Guid> Parts => [PersonId, TrainerId];

    /// <summary>Whether a person may judge it: the trainer of the group, or who has a permission over its branch.</summary>
    public bool IsJudgedBy(CurrentUser user) =>
        PersonId != user.Me && ((TrainerId == user.Me && user.Can(Permission.GiveFeedback)) || user.Covers(Permission.RunOriginality, BranchPath));
}

internal static class WorkPlaceQueries
{
    /// <summary>Every version with its place; to be narrowed by the caller.</summary>
    public static IQueryable<WorkPlace> WorkPlaces(this IAppDbContext db) =>
        from version in db.PortfolioVersions
        join portfolio in db.Portfolios on version.PortfolioId equals portfolio.Id
        join enrolment in db.Enrolments on portfolio.EnrolmentId equals enrolment.Id
        join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
        join branch in db.Organisations on studyGroup.BranchId equals branch.Id
        join plan in db.GroupPlans() on studyGroup.Id equals plan.GroupId
        select new WorkPlace
        {
            VersionId = version.Id,
            Number = version.Number,
            Stage = version.Stage,
            PortfolioId = portfolio.Id,
            EnrolmentId = enrolment.Id,
            PersonId = enrolment.PersonId,
            ListenerCode = enrolment.ListenerCode,
            GroupId = studyGroup.Id,
            GroupCode = studyGroup.Code,
            TrainerId = studyGroup.TrainerId,
            BranchId = studyGroup.BranchId,
            BranchPath = branch.Path,
            Plan = plan.Plan,
        };
}
