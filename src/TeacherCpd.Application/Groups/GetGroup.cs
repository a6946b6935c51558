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
/// <param name="Mine">The user's own application; null when there is none.</param>
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
    OwnApplication? Mine);

/// <summary>The user's own application.</summary>
public sealed record OwnApplication(Guid EnrolmentId, EnrolmentStatus Status, DateTime AppliedAt, string? DeclineReason);

internal sealed class GetGroupHandler(IAppDbContext db, CurrentUser user, TimeProvider time) : IRequestHandler<GetGroupQuery, Result<GroupView>>
{
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
                null))
            .SingleOrDefaultAsync(cancellationToken);
        if (group is null)
        {
            return new NotFound();
        }

        var mine = user.PersonId is { } me
            ? await db.Enrolments
                .Where(e => e.GroupId == group.Id && e.PersonId == me)
                .Select(e => new OwnApplication(e.Id, e.Status, e.AppliedAt, e.DeclineReason))
                .SingleOrDefaultAsync(cancellationToken)
            : null;
        return group with { Mine = mine };
    }
}
