using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Development;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Development;
using TeacherCpd.Domain.Groups;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Groups;

/// <summary>Applications that wait for the school or the education department of the user, those that came first on top.</summary>
/// <param name="Page">Page, from 1.</param>
[SignedIn]
public sealed record GetApplicationsQuery(int Page) : IQuery<Paged<ApplicationRow>>;

/// <summary>An application that waits for the user.</summary>
/// <param name="Prior">What the person was trained in before; null where that is no ground for a warning.</param>
/// <param name="Clashes">Other courses of the person in the same days.</param>
/// <param name="TeamId">The same for colleagues who come together: they are decided on together.</param>
public sealed record ApplicationRow(
    Guid EnrolmentId,
    string Name,
    LocalizedText? School,
    Guid GroupId,
    string GroupCode,
    LocalizedText Title,
    DateOnly StartsOn,
    DateTime AppliedAt,
    ApplicationSteps Step,
    Guid? TeamId,
    PriorTraining? Prior,
    IReadOnlyList<CourseClash> Clashes);

internal sealed class GetApplicationsHandler(IAppDbContext db, CurrentUser user, TrainingRule rule, TimeProvider time) : IRequestHandler<GetApplicationsQuery, Result<Paged<ApplicationRow>>>
{
    public async Task<Result<Paged<ApplicationRow>>> Handle(GetApplicationsQuery request, CancellationToken cancellationToken)
    {
        if (!user.Can(Permission.NominateTeachers) && !user.Can(Permission.DecideForRegion))
        {
            return new Forbidden();
        }

        var waiting = db.WaitingFor(user);
        var rows = from enrolment in waiting
                   join person in db.Persons on enrolment.PersonId equals person.Id
                   join g in db.Groups on enrolment.GroupId equals g.Id
                   join version in db.ProgrammeVersions on g.ProgrammeVersionId equals version.Id
                   join programme in db.Programmes on version.ProgrammeId equals programme.Id
                   join school in db.Organisations on enrolment.SchoolId equals school.Id
                   orderby enrolment.AppliedAt, enrolment.Id
                   select new
                   {
                       PersonId = person.Id,
                       ProgrammeId = programme.Id,
                       Row = new ApplicationRow(
                           enrolment.Id,
                           person.FamilyName + " " + person.GivenName,
                           school.Name,
                           g.Id,
                           g.Code,
                           programme.Title,
                           g.StartsOn,
                           enrolment.AppliedAt,
                           enrolment.AwaitedStep,
                           enrolment.TeamId,
                           null,
                           Array.Empty<CourseClash>()),
                   };
        var page = await rows.PageAsync(await waiting.CountAsync(cancellationToken), request.Page, cancellationToken);
        var prior = await db.TrainedSince([.. page.Items.Select(i => (i.PersonId, i.ProgrammeId))], rule, time.Today(), cancellationToken);
        var clashes = await db.CourseClashesAsync([.. page.Items.Select(i => (i.PersonId, i.Row.GroupId))], cancellationToken);
        return new Paged<ApplicationRow>(
            [.. page.Items.Select(i => i.Row with
            {
                Prior = prior.GetValueOrDefault((i.PersonId, i.ProgrammeId)),
                Clashes = [.. clashes[(i.PersonId, i.Row.GroupId)]],
            })],
            page.Number,
            page.Total);
    }
}
