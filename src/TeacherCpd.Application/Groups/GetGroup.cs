using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>One group as everybody sees it, with the user's own application.</summary>
[OpenToAll]
public sealed record GetGroupQuery(Guid GroupId) : IQuery<GroupView>;

/// <summary>A group.</summary>
/// <param name="TakesApplications">Whether it recruits and has not begun.</param>
/// <param name="PlacesLeft">Places not taken yet.</param>
/// <param name="TeamSize">How many of one school come together, sent by the school; null where each comes alone.</param>
/// <param name="Steps">Who decides on an application.</param>
/// <param name="Waiting">How many wait for a place.</param>
/// <param name="Mine">The user's own application; null when there is none.</param>
/// <param name="Clashes">Other courses of the user whose sessions are at the same time, at most five.</param>
public sealed record GroupView(
    Guid Id,
    string Code,
    GroupStatus Status,
    bool TakesApplications,
    string ProgrammeCode,
    LocalizedText Title,
    int? Hours,
    ProgrammeFormat Format,
    LocalizedText Audience,
    Language Language,
    DateOnly StartsOn,
    DateOnly EndsOn,
    LocalizedText Branch,
    string Trainer,
    int Capacity,
    int PlacesLeft,
    int? TeamSize,
    ApplicationSteps Steps,
    string? Venue,
    int Waiting,
    OwnApplication? Mine,
    IReadOnlyList<OwnClash> Clashes);

/// <summary>Another course of the user at the same time.</summary>
public sealed record OwnClash(string GroupCode, LocalizedText Title, DateTime Begins);

/// <summary>The user's own application.</summary>
/// <param name="AwaitedStep">Whose decision it waits for.</param>
/// <param name="Ahead">How many people stand before in the line of those who wait for a place; null for who does not wait.</param>
/// <param name="Reason">Why it was declined, or the person left.</param>
public sealed record OwnApplication(
    Guid EnrolmentId, EnrolmentStatus Status, ApplicationSteps AwaitedStep, DateTime AppliedAt, int? Ahead, string? Reason);

internal sealed class GetGroupHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetGroupQuery, Result<GroupView>>
{
    private const int MostClashes = 5;

    public async Task<Result<GroupView>> Handle(GetGroupQuery request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var places = db.Enrolments.WithPlace();
        var group = await (
            from g in db.Groups
            where g.Id == request.GroupId
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join branch in db.Organisations on g.BranchId equals branch.Id
            join trainer in db.Persons on g.TrainerId equals trainer.Id
            select new GroupView(
                g.Id,
                g.Code,
                g.Status,
                g.Status == GroupStatus.Recruiting && g.StartsOn > today,
                programme.Code,
                programme.Title,
                version.Hours,
                version.Format,
                version.Audience,
                g.Language,
                g.StartsOn,
                g.EndsOn,
                branch.Name,
                trainer.FamilyName + " " + trainer.GivenName,
                g.Capacity,
                g.Capacity - places.Count(e => e.GroupId == g.Id),
                version.TeamSize,
                version.ApplicationSteps,
                g.Venue,
                db.Enrolments.Count(e => e.GroupId == g.Id && e.Status == EnrolmentStatus.WaitingList),
                null,
                Array.Empty<OwnClash>()))
            .SingleOrDefaultAsync(cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        var mine = user.PersonId is { } me
            ? await db.Enrolments
                .Where(e => e.GroupId == group.Id && e.PersonId == me)
                .Select(e => new OwnApplication(
                    e.Id,
                    e.Status,
                    e.AwaitedStep,
                    e.AppliedAt,
                    e.Status == EnrolmentStatus.WaitingList
                        ? db.Enrolments.Count(o => o.GroupId == e.GroupId && o.Status == EnrolmentStatus.WaitingList && o.WaitingNumber < e.WaitingNumber)
                        : null,
                    e.DeclineReason ?? e.LeaveReason))
                .SingleOrDefaultAsync(cancellationToken)
            : null;
        return group with { Mine = mine, Clashes = user.PersonId is { } person ? await ClashesAsync(group.Id, person, cancellationToken) : [] };
    }

    private Task<List<OwnClash>> ClashesAsync(Guid groupId, Guid person, CancellationToken cancellationToken) => (
        from enrolment in db.Enrolments
        where enrolment.PersonId == person && enrolment.GroupId != groupId && enrolment.Status == EnrolmentStatus.Accepted
        join other in db.Sessions on enrolment.GroupId equals other.GroupId
        where db.Sessions.Any(s => s.GroupId == groupId && s.Begins < other.Ends && other.Begins < s.Ends)
        join g in db.Groups on other.GroupId equals g.Id
        join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
        join programme in db.Programmes on version.ProgrammeId equals programme.Id
        orderby other.Begins
        select new OwnClash(g.Code, programme.Title, other.Begins))
        .Take(MostClashes)
        .ToListAsync(cancellationToken);
}
