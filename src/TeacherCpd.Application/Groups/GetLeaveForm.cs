using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>What the page for taking somebody out of a group, or sending them on to another one, shows.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetLeaveFormQuery(Guid EnrolmentId) : IQuery<LeaveForm>;

/// <summary>A person of a group, and the groups of the programme in which they could go on.</summary>
public sealed record LeaveForm(
    Guid EnrolmentId, Guid GroupId, string GroupCode, LocalizedText Title, string Name, EnrolmentStatus Status, IReadOnlyList<TransferChoice> Groups)
{
    /// <summary>Whether the person may be taken out.</summary>
    public bool MayLeave => Enrolment.States.Allow(Status, EnrolmentStatus.Withdrawn);

    /// <summary>Whether the person may be sent on.</summary>
    public bool MayTransfer => Enrolment.States.Allow(Status, EnrolmentStatus.Transferred) && Groups.Count > 0;
}

/// <summary>A group with places in which the person could go on.</summary>
public sealed record TransferChoice(Guid Id, string Code, Language Language, DateOnly StartsOn, DateOnly EndsOn, int PlacesLeft);

internal sealed class GetLeaveFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetLeaveFormQuery, Result<LeaveForm>>
{
    public async Task<Result<LeaveForm>> Handle(GetLeaveFormQuery request, CancellationToken cancellationToken)
    {
        var found = await (
            from enrolment in db.Enrolments
            where enrolment.Id == request.EnrolmentId
            join g in db.ManagedBy(user) on enrolment.GroupId equals g.Id
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            select new { enrolment.PersonId, enrolment.Status, g.Id, g.Code, ProgrammeId = programme.Id, programme.Title, Name = person.FamilyName + " " + person.GivenName })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new NotFound();
        }

        var groups = await (
            from g in db.ManagedBy(user)
            where g.Id != found.Id
                && (g.Status == GroupStatus.Recruiting || g.Status == GroupStatus.Studying)
                && !db.Enrolments.Any(e => e.GroupId == g.Id && e.PersonId == found.PersonId)
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            where version.ProgrammeId == found.ProgrammeId
            let left = g.Capacity - db.Enrolments.WithPlace().Count(e => e.GroupId == g.Id)
            where left > 0
            orderby g.StartsOn, g.Code
            select new TransferChoice(g.Id, g.Code, g.Language, g.StartsOn, g.EndsOn, left))
            .ToListAsync(cancellationToken);
        return new LeaveForm(request.EnrolmentId, found.Id, found.Code, found.Title, found.Name, found.Status, groups);
    }
}
