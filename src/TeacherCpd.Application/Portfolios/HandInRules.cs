using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Assessment;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Portfolios;

namespace TeacherCpd.Application.Portfolios;

/// <summary>The person is not, or no longer, a participant of the group.</summary>
public sealed record NotAParticipant() : Error("not_a_participant", ErrorKind.Conflict);

/// <summary>The course has not begun.</summary>
public sealed record CourseNotStarted() : Error("course_not_started", ErrorKind.Conflict);

/// <summary>The group is closed.</summary>
public sealed record CourseOver() : Error("course_over", ErrorKind.Conflict);

/// <summary>The last day of handing in is over.</summary>
/// <param name="DueOn">That day.</param>
public sealed record HandInOver(DateOnly DueOn) : Error("hand_in_over", ErrorKind.Conflict)
{
    /// <inheritdoc/>
    public override IReadOnlyList<object?> Args => [DueOn];
}

/// <summary>The plan of the group asks for no such part.</summary>
public sealed record PartNotAsked() : Error("part_not_asked", ErrorKind.Conflict);

/// <summary>Where a person hands in: the enrolment, the group and the plan by which the group is assessed.</summary>
/// <param name="EnrolmentId">Enrolment.</param>
/// <param name="Enrolment">Its state.</param>
/// <param name="Group">State of the group.</param>
/// <param name="EndsOn">Last day of the course.</param>
/// <param name="Plan">Plan of the group.</param>
internal sealed record HandInPlace(Guid EnrolmentId, EnrolmentStatus Enrolment, GroupStatus Group, DateOnly EndsOn, AssessmentPlan Plan)
{
    /// <summary>Why a person in a group cannot hand in, whatever the portfolio holds; null when they can.</summary>
    /// <param name="stage">Stage that is due; null when none is.</param>
    /// <param name="begunAt">When the upload began of what comes last (UTC); where none did, now.</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="terms">How long an upload that began in time may take.</param>
    public Error? Refusal(AssessmentStage? stage, DateTime begunAt, DateTime now, UploadTerms terms) => Group switch
    {
        _ when Enrolment is not (EnrolmentStatus.Accepted or EnrolmentStatus.NotRecommended) => new NotAParticipant(),
        GroupStatus.Recruiting => new CourseNotStarted(),

        // whoever was not recommended has a second chance whenever: of the 1,474 of the 2022 report many came from earlier periods
        _ when Enrolment == EnrolmentStatus.NotRecommended => null,
        GroupStatus.Closed => new CourseOver(),
        _ when stage is { } due && Plan.DueOn(due, EndsOn) is { } dueOn && !Upload.IsInTime(EndOf(dueOn), begunAt, now, terms) => new HandInOver(dueOn),
        _ => null,
    };

    /// <summary>Why a part is not received; null when it is.</summary>
    /// <param name="part">Part that was sent.</param>
    /// <param name="stage">Stage that is due; null when none is.</param>
    /// <param name="begunAt">When its upload began (UTC).</param>
    /// <param name="now">Now (UTC).</param>
    /// <param name="terms">How long an upload that began in time may take.</param>
    public Error? Refusal(PortfolioPart part, AssessmentStage? stage, DateTime begunAt, DateTime now, UploadTerms terms) =>
        Refusal(stage, begunAt, now, terms) ?? (Plan.Parts.Contains(part) ? null : new PartNotAsked());

    private static DateTime EndOf(DateOnly day) => Clock.BeginOf(day.AddDays(1)).AddMilliseconds(-1);
}

/// <summary>Who may hand in when, whatever state the portfolio is in.</summary>
internal static class HandInRules
{
    /// <summary>
    /// The line of those who hand in, one after another, and of those who close a group: a report is never handed in
    /// to a group that is being closed, and what was received earlier is saved before what was received later is compared.
    /// </summary>
    public const string Line = "hand-in";

    /// <summary>When an upload began. A clock that was put back does not let it begin later than it ends.</summary>
    /// <param name="begunAt">What is known of it (UTC); null where it came with the form.</param>
    /// <param name="now">Now (UTC).</param>
    public static DateTime BegunAt(DateTime? begunAt, DateTime now) => begunAt is { } begun && begun < now ? begun : now;

    /// <summary>The place of an own enrolment; null where there is none.</summary>
    public static async Task<HandInPlace?> HandInPlaceAsync(this IAppDbContext db, Guid enrolmentId, Guid personId, CancellationToken cancellationToken) =>
        await (
            from enrolment in db.Enrolments
            where enrolment.Id == enrolmentId && enrolment.PersonId == personId
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join plan in db.GroupPlans() on studyGroup.Id equals plan.GroupId
            select new HandInPlace(enrolment.Id, enrolment.Status, studyGroup.Status, studyGroup.EndsOn, plan.Plan))
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
}
