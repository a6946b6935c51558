using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Monitoring;

/// <summary>One contact of the trainer, to be recorded.</summary>
[RequirePermission(Permission.RecordContacts)]
public sealed record GetContactQuery(Guid ContactId) : IQuery<ContactLine>;

internal sealed class GetContactHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetContactQuery, Result<ContactLine>>
{
    public async Task<Result<ContactLine>> Handle(GetContactQuery request, CancellationToken cancellationToken)
    {
        var line = await (
            from contact in db.SupportContacts
            join person in db.Persons on contact.PersonId equals person.Id
            join enrolment in db.Enrolments on contact.EnrolmentId equals enrolment.Id
            join studyGroup in db.Groups on enrolment.GroupId equals studyGroup.Id
            join version in db.ProgrammeVersions on studyGroup.ProgrammeVersionId equals version.Id
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where contact.Id == request.ContactId && contact.TrainerId == user.Me
            select new ContactLine(contact.Id, contact.Kind, contact.DueOn, person.FamilyName + " " + person.GivenName, programme.Title, contact.DoneAt, contact.Outcome))
            .SingleOrDefaultAsync(cancellationToken);
        return line is null ? new NotFound() : line;
    }
}
