using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Groups;

namespace TeacherCpd.Application.Groups;

/// <summary>What the page for declining shows.</summary>
[RequirePermission(Permission.ManageGroups)]
public sealed record GetApplicationQuery(Guid EnrolmentId) : IQuery<ApplicationView>;

/// <summary>An application about which the coordinator decides.</summary>
public sealed record ApplicationView(Guid GroupId, string GroupCode, LocalizedText Title, string Name, DateTime AppliedAt, EnrolmentStatus Status);

internal sealed class GetApplicationHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetApplicationQuery, Result<ApplicationView>>
{
    public async Task<Result<ApplicationView>> Handle(GetApplicationQuery request, CancellationToken cancellationToken)
    {
        var application = await (
            from enrolment in db.Enrolments
            where enrolment.Id == request.EnrolmentId
            join g in db.ManagedBy(user) on enrolment.GroupId equals g.Id
            join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            join person in db.Persons on enrolment.PersonId equals person.Id
            select new ApplicationView(g.Id, g.Code, programme.Title, person.FamilyName + " " + person.GivenName, enrolment.AppliedAt, enrolment.Status))
            .SingleOrDefaultAsync(cancellationToken);
        return application is null ? new NotFound() : application;
    }
}
